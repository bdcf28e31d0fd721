package advsys.multiprocessor.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing that a row does. Written as in the tables: `send Ack to requester`, `request RdX`, `fill`.
///
/// @param kind the message, for `request`, `convert` and `send`
/// @param to where it goes, for `send`
record Action(Verb verb, @Nullable Event kind, @Nullable Place to) {
    enum Verb {
        REQUEST, // asks for a turn on the bus
        CONVERT, // asks for something else, as the request still waits for its turn
        CANCEL, // asks for nothing any more
        SEND,
        FILL, // the data that the replies brought becomes the copy
        REFRESH, // the message's data becomes the copy
        LOAD, // the CPU gets its value
        STORE, // the CPU's value is written: every other copy is stale from here on
        TAKE, // the home writes the message's data to memory
        OWN, // the home notes the requester as owner
        SHARE, // the home adds the requester to the sharers
        KEEP, // the home adds the owner to the sharers, and knows no owner any more
        FORGET, // the home forgets the sharers
        STALL // the message waits until the state is another
    }

    enum Place {
        HOME,
        REQUESTER,
        OWNER,
        OTHERS, // every cache but this one
        SHARERS // all but the requester; the data that is sent next says how many
    }

    /// Actions as a table writes them, separated by commas; "-" is none.
    ///
    /// @throws IllegalArgumentException if one is not known
    static List<Action> parse(String text) {
        List<Action> actions = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.strip().equals("-")) {
                actions.add(one(part.strip()));
            }
        }
        return List.copyOf(actions);
    }

    private static Action one(String text) {
        String[] words = text.split("\\s+", -1);
        Verb verb = constant(Verb.class, words[0], text);
        int expected = switch (verb) {
            case SEND -> 4;
            case REQUEST, CONVERT -> 2;
            default -> 1;
        };
        if (words.length != expected || (verb == Verb.SEND && !words[2].equals("to"))) {
            throw new IllegalArgumentException("\"" + text + "\" is not understood: write \"request Rd\","
                    + " \"send Ack to requester\", or one word such as \"fill\"");
        }
        return new Action(
                verb,
                expected > 1 ? Event.named(words[1]) : null,
                expected == 4 ? constant(Place.class, words[3], text) : null);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" in \"" + text + "\" is not known; there is "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        String word = verb.name().toLowerCase(Locale.ROOT);
        String what = kind == null ? word : word + " " + kind;
        return to == null ? what : what + " to " + to.name().toLowerCase(Locale.ROOT);
    }
}
