package advsys.workbook.grading.sandbox;

import org.jspecify.annotations.Nullable;

/// What came of one question to a submission. Texts are the student's: whoever shows them escapes them.
public sealed interface Observed {
    /// An answer.
    ///
    /// @param value plain data: null, Boolean, Long, Double, String, [Parts] or a [List] of these
    record Seen(@Nullable Object value) implements Observed {}

    /// The student's code threw.
    ///
    /// @param what the exception, described
    /// @param notWritten it says that something is not written yet
    /// @param where the first lines of its stack; may be empty
    record Threw(String what, boolean notWritten, String where) implements Observed {}

    /// It came to no end within the law's limit, and was stopped.
    ///
    /// @param where its threads were
    record Hung(String where) implements Observed {}

    /// There is nothing to ask: the student's code does not compile, or has no such name.
    record NotThere(String message) implements Observed {}

    /// It used too much.
    record Refused(Limit limit, String why) implements Observed {}

    /// The agent ended before it had answered, or answered something that is no answer.
    record Ended(String why) implements Observed {}
}
