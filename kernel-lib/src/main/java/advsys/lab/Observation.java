package advsys.lab;

import advsys.lab.Supervised.End;
import java.util.concurrent.CancellationException;

/// How the observing half of a law ended: plain data, which may come from another JVM.
///
/// @param <O> what the law observes
public sealed interface Observation<O extends Record> {
    /// It ended as it should.
    record Seen<O extends Record>(O observed) implements Observation<O> {}

    /// The subject threw.
    ///
    /// @param what the exception, described
    /// @param notWritten it says that something is not written yet
    /// @param where the first lines of its stack
    record Threw<O extends Record>(String what, boolean notWritten, String where) implements Observation<O> {}

    /// It came to no end and was stopped.
    ///
    /// @param stacks where its threads were
    record Hung<O extends Record>(String stacks) implements Observation<O> {}

    /// Runs the observing half of `law` in a thread of its own that is ended when it comes to no end.
    ///
    /// - **Guarantee** returns half a second after the law's limit at the latest, whatever the subject
    ///   does; no thread that it started runs woven code any more.
    ///
    /// @throws CancellationException if the thread is interrupted or its cell is stopped
    static <S, O extends Record> Observation<O> of(Law<S, O> law, S subject, long seed) {
        End<O> end = Supervised.within("check of " + law.name(), law.limit(), () -> law.observe(subject, seed));
        return switch (end) {
            case End.Value<O>(O observed) -> new Seen<>(observed);
            case End.Threw<O>(CancellationException cancelled) -> throw cancelled;
            case End.Threw<O>(Throwable thrown) ->
                new Threw<>(
                        Failures.describe(thrown),
                        thrown instanceof UnsupportedOperationException,
                        Stacks.of(thrown.getStackTrace()));
            case End.Hung<O>(String stacks, boolean _) -> new Hung<>(stacks);
            case End.Interrupted<O> _ -> throw new CancellationException("interrupted");
        };
    }
}
