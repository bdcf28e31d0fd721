package advsys.lab;

import java.util.Optional;

/// Words for the ways in which a trial does not end with a row.
final class Failures {
    static final String OK = "ok";
    static final String THREW = "threw";
    static final String HUNG = "hung";

    private Failures() {}

    static String outcome(Supervised.End<?> end) {
        return switch (end) {
            case Supervised.End.Value<?> _ -> OK;
            case Supervised.End.Threw<?> _ -> THREW;
            case Supervised.End.Hung<?> _ -> HUNG;
            case Supervised.End.Interrupted<?> _ -> "stopped";
        };
    }

    /// What went wrong and where; empty when nothing did.
    ///
    /// @param afterwards what followed from a hang, ", and not tried again"
    static Optional<String> sentence(Supervised.End<?> end, String afterwards) {
        return switch (end) {
            case Supervised.End.Threw<?>(Throwable thrown) -> {
                String where = Stacks.of(thrown.getStackTrace());
                yield Optional.of("threw " + describe(thrown) + (where.isEmpty() ? "" : "\n" + where));
            }
            case Supervised.End.Hung<?>(String stacks, boolean _) ->
                Optional.of("hung: it made no progress for 1.5 s, was stopped" + afterwards + "; its threads were at\n"
                        + stacks);
            case Supervised.End.Value<?> _, Supervised.End.Interrupted<?> _ -> Optional.empty();
        };
    }

    /// "IllegalStateException: the message", even of an exception whose message throws.
    static String describe(Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (Throwable broken) {
            message = "(its message cannot be had)";
        }
        String name = thrown.getClass().getSimpleName();
        return message == null || message.isEmpty() ? name : name + ": " + message;
    }
}
