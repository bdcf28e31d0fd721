package advsys.multiprocessor.protocol;

import java.util.Locale;

/// A protocol has more states than are looked at: nothing is known of the rest.
///
/// - **Guarantee** thrown after a number of states that is the same on every host, never after a time.
public final class EndlessException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /// Four times what the largest of the library's protocols has, with three CPUs.
    static final int MOST_OF_A_LINE = 100_000;

    /// Four times too.
    static final int MOST_OF_TWO = 16_000_000;

    private EndlessException(String message) {
        super(message);
    }

    /// @param states that were seen
    /// @param messages that are on their way in the last of them
    static EndlessException ofALine(Protocol protocol, int cpus, int states, int messages) {
        return new EndlessException(head(protocol, cpus, states, "a line") + messages
                + " messages are on their way in the last of them. A row that sends whenever a CPU loads or stores, and"
                + " waits for no answer, makes always more: let each request have its answer" + fewer(cpus));
    }

    static EndlessException ofTwo(Protocol protocol, int cpus) {
        return new EndlessException(head(protocol, cpus, MOST_OF_TWO, "two lines")
                + "one line alone has an end. Have fewer transient states" + fewer(cpus));
    }

    private static String head(Protocol protocol, int cpus, int states, String of) {
        return String.format(
                Locale.ROOT,
                "%s, %d %s: %,d states of %s seen, and no end in sight; ",
                protocol.name(),
                cpus,
                cpus == 1 ? "CPU" : "CPUs",
                states,
                of);
    }

    private static String fewer(int cpus) {
        return cpus > 1 ? ", or try fewer CPUs: check(" + (cpus - 1) + ")" : "";
    }
}
