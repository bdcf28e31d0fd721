package advsys.locks.checks;

import advsys.lab.Quick;
import advsys.locks.exam.MutexExam;
import advsys.locks.exam.TurnSearch;
import java.time.Duration;

/// How long a check looks for a fault: as long as its limit says, or in quick mode until it has seen enough.
///
/// Enough is a count. It is reached in a fraction of the time on a quiet host, and a busy one takes the time that it
/// needs: a quick check sees the same everywhere.
final class Effort {
    private static final Duration SEARCH = Duration.ofMillis(700);
    private static final int ENOUGH_ORDERS = 250; // the chapter's faults show within a few dozen
    private static final long ENOUGH_VISITS = 4_000;

    private Effort() {}

    /// A search for an order of steps that shows a fault of `locks` locks together, with `threads` threads at most.
    static TurnSearch search(int locks, int threads, long seed) {
        return new TurnSearch(locks, SEARCH, seed, threads, Quick.on() ? ENOUGH_ORDERS : Integer.MAX_VALUE);
    }

    static MutexExam of(MutexExam exam) {
        return Quick.on() ? exam.enough(Math.min(exam.enough(), ENOUGH_VISITS)) : exam;
    }
}
