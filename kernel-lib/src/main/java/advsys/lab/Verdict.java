package advsys.lab;

import advsys.lab.Supervised.End;
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
    /// - **Guarantee** returns half a second after the law's limit at the latest, whatever the subject does; no
    ///   thread that it started runs woven code any more.
    ///
    /// @throws CancellationException if the thread is interrupted or its cell is stopped
    public static <S, O extends Record> Verdict of(Law<S, O> law, S subject, long seed) {
        End<O> end = Supervised.within("check of " + law.name(), law.limit(), () -> law.observe(subject, seed));
        return new Verdict(law.name(), law.question(), judgement(law, end), seed, end instanceof End.Hung<O>);
    }

    private static <S, O extends Record> Judgement judgement(Law<S, O> law, End<O> end) {
        return switch (end) {
            case End.Value<O>(O observed) -> law.judge(observed);
            case End.Threw<O>(CancellationException cancelled) -> throw cancelled;
            case End.Threw<O>(Throwable thrown) -> threw(thrown);
            case End.Hung<O>(String stacks, boolean _) ->
                new Judgement.Fails(
                        "an end within " + law.limit().toMillis() / 1000.0 + " s",
                        "no end; it was stopped",
                        FREEZES,
                        "Look at the place below: what is it waiting for, and who should bring that about?",
                        stacks);
            case End.Interrupted<O> _ -> throw new CancellationException("interrupted");
        };
    }

    private static Judgement threw(Throwable thrown) {
        return new Judgement.Fails(
                "a run without an exception",
                Failures.describe(thrown),
                "A caller who gets an exception has neither what it asked for nor a way to go on.",
                thrown instanceof UnsupportedOperationException
                        ? "Something is not written yet: the message says what."
                        : "Look at the first line of your own below.",
                Stacks.of(thrown.getStackTrace()));
    }
}
