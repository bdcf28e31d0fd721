package advsys.multiprocessor.protocol;

import java.util.Locale;

/// A state of a controller, and what its CPU may do with the copy in it.
record State(String name, int index, Access access) {
    enum Access {
        NONE, // there is no copy
        HELD, // there is one, but not for the CPU
        READ,
        WRITE // and no other cache may have one to read
    }

    /// True when the controller waits for something.
    boolean isTransient() {
        return name.indexOf('_') >= 0;
    }

    /// As a table's head writes it: `M write`; a name alone has no copy.
    static State parse(String text, int index) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length == 1) {
            return new State(words[0], index, Access.NONE);
        }
        for (Access access : Access.values()) {
            if (words.length == 2 && access.name().toLowerCase(Locale.ROOT).equals(words[1])) {
                return new State(words[0], index, access);
            }
        }
        throw new IllegalArgumentException(
                "the state \"" + text.strip() + "\": write its name, and none, held, read or write behind it");
    }

    @Override
    public String toString() {
        return name;
    }
}
