package advsys.lab;

import org.jspecify.annotations.Nullable;

/// What a [Law] says of an observation.
public sealed interface Judgement {
    /// It is as it should be, as far as was seen.
    ///
    /// @param seen what was seen, in a sentence
    record Holds(String seen) implements Judgement {}

    /// It is not as it should be.
    ///
    /// @param expected what should have been seen
    /// @param got what was seen in its place
    /// @param why why that matters, to somebody who has not thought of it
    /// @param tryNext the next thing to look at; not the solution
    /// @param witness the shortest story that shows it, in one or more lines; "" when there is none
    /// @param trace the same, to step through
    record Fails(
            String expected,
            String got,
            String why,
            String tryNext,
            String witness,
            @Nullable Trace trace) implements Judgement {
        /// A failure whose story is told in words only.
        public Fails(String expected, String got, String why, String tryNext, String witness) {
            this(expected, got, why, tryNext, witness, null);
        }
    }

    /// This host cannot tell, and that is nobody's fault: it never counts against the subject.
    ///
    /// @param reason what this host lacks
    /// @param remedy where or how it can be judged
    record CannotJudge(String reason, String remedy) implements Judgement {}
}
