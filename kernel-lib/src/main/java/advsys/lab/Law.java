package advsys.lab;

import java.time.Duration;

/// What a subject must do: one question, in one class, asked by the cell beside an exercise, by a self-check and by
/// the grader alike.
///
/// *Observation is data, judgement is a law.* [#observe] runs the subject and only writes down what it saw, as a record
/// of numbers, texts and lists: that half may run beside code that nobody trusts. [#judge] knows what is right, and
/// needs the record only: that half stays outside.
///
/// - **Guarantee** of an implementation: `judge` depends on nothing but its argument and the law's own knobs; equal
///   observations are judged alike. An observation is repeatable with its seed as far as the law says.
/// - **Errors** what the subject throws may come out of `observe`: [Check] makes a verdict of it.
/// - **Source** the split is that of the thesis behind *Charon* (D. von Kirschten, TU München, 2023): tests beside the
///   student's process, never in it.
///
/// @param <S> the subjects
/// @param <O> what is observed
public interface Law<S, O extends Record> {
    /// What it is called: "mutual exclusion".
    String name();

    /// What it asks, as a sentence for people.
    String question();

    /// Runs the subject and writes down what it does.
    ///
    /// @param seed of everything random in it
    O observe(S subject, long seed) throws Exception;

    /// What to say of that.
    Judgement judge(O observed);

    /// How long an observation may take before it is ended. The verdict is then a failure: it came to no end.
    default Duration limit() {
        return Duration.ofSeconds(4);
    }

    /// May a student be told what was expected and seen, also when this check is hidden? No where that would give a
    /// hidden input away; yes where all there is to see is the student's own code.
    default boolean tells() {
        return false;
    }
}
