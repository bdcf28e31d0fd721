package advsys.locks.exam;

import advsys.locks.exam.Finding.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One order in which threads went through a lock's code, and how it ended.
///
/// @param verdict HOLDS, MUTUAL_EXCLUSION, HANG or THREW; UNDECIDED when it could not be followed to the end
/// @param steps who did what, in order; looks that saw the same again are left out
/// @param end what the last of them came to, in words
/// @param seed that gives this order again
public record Schedule(Verdict verdict, List<Step> steps, String end, long seed) {
    /// What one thread did.
    ///
    /// @param thread from 0
    /// @param event "held.getAndSet in lock, line 12 → false"
    public record Step(int thread, String event) {}

    public Schedule {
        steps = List.copyOf(steps);
    }

    /// What was read, in a word.
    static String word(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean is -> is.toString();
            case Number number -> number.toString();
            default -> value.getClass().getSimpleName();
        };
    }
}
