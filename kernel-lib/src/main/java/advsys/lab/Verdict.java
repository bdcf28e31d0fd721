package advsys.lab;

import java.util.concurrent.CancellationException;

/// What became of one check of one subject.
///
/// @param check the law's name
/// @param question what it asks
/// @param judgement what it says
/// @param seed with which it can be asked again
/// @param stopped the subject came to no end, and had to be stopped
public record Verdict(String check, String question, Judgement judgement, long seed, boolean stopped) {
    private static final String FREEZES = "Whoever calls this waits for ever. In a program that means a frozen window"
            + " or a request without an answer.";

    /// True when it holds.
    public boolean holds() {
        return judgement instanceof Judgement.Holds;
    }

    /// True when it fails.
    public boolean fails() {
        return judgement instanceof Judgement.Fails;
    }

    /// Asks `law` of `subject`, in a thread of its own that is ended when it comes to no end.
    ///
    /// - **Guarantee** as of [Observation#of].
    ///
    /// @throws CancellationException if the thread is interrupted or its cell is stopped
    public static <S, O extends Record> Verdict of(Law<S, O> law, S subject, long seed) {
        return of(law, Observation.of(law, subject, seed), seed);
    }

    /// What `law` says of an observation, wherever it was made.
    public static <O extends Record> Verdict of(Law<?, O> law, Observation<O> seen, long seed) {
        return new Verdict(law.name(), law.question(), judgement(law, seen), seed, seen instanceof Observation.Hung<O>);
    }

    private static <O extends Record> Judgement judgement(Law<?, O> law, Observation<O> seen) {
        return switch (seen) {
            case Observation.Seen<O>(O observed) -> law.judge(observed);
            case Observation.Threw<O>(String what, boolean notWritten, String where) ->
                new Judgement.Fails(
                        "a run without an exception",
                        what,
                        "A caller who gets an exception has neither what it asked for nor a way to go on.",
                        notWritten
                                ? "Something is not written yet: the message says what."
                                : "Look at the first line of your own below.",
                        where);
            case Observation.Hung<O>(String stacks) ->
                new Judgement.Fails(
                        "an end within " + law.limit().toMillis() / 1000.0 + " s",
                        "no end; it was stopped",
                        FREEZES,
                        "Look at the place below: what is it waiting for, and who should bring that about?",
                        stacks);
        };
    }
}
