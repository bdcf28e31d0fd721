package advsys.multiprocessor.protocol;

import org.jspecify.annotations.Nullable;

/// One thing that can happen.
///
/// @param cpu whose wish it is; [Line#NOBODY] when the protocol moves by itself
/// @param to the state after it
record Move(int cpu, @Nullable Event wish, int grants, long message, int to) {
    boolean isWish() {
        return wish != null;
    }

    /// Who acts: a CPU, the bus, or the receiver of a message.
    String describe(int home) {
        if (wish != null) {
            return "P" + (cpu + 1) + " wants to " + wish;
        }
        if (grants != Line.NOBODY) {
            return "the bus grants P" + (grants + 1) + "'s request";
        }
        return Line.kind(message) + " from " + name(Line.from(message), home) + " arrives at "
                + name(Line.to(message), home);
    }

    static String name(int node, int home) {
        return node == home ? "home" : "P" + (node + 1);
    }
}
