package advsys.locks;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One thread's record of its acquisitions: whom it came after, how often it was overtaken, how long it waited.
///
/// A clock read at each acquisition would cost as much as the lock. So the clock is read once in a batch, and
/// batches grow until they last about ten microseconds: a wait that matters is longer, and fills a batch by
/// itself.
final class WaitLog {
    private static final long BATCH_NANOS = 10_000;
    private static final int LARGEST_BATCH = 1 << 12;

    private final long busyNanos; // of each acquisition: not spent waiting
    private long acquisitions;
    private long handOvers;
    private long lastTurn;
    private long mostOvertaken;
    private long longestWaitNanos;
    private int batch = 1;
    private int left = 1;
    private final LongSupplier clock;
    private long batchStart;

    /// The record of a thread that works `busyNanos` for each acquisition, inside the lock and outside.
    WaitLog(long busyNanos) {
        this(busyNanos, System::nanoTime);
    }

    /// The same by another clock, in nanoseconds.
    WaitLog(long busyNanos, LongSupplier clock) {
        this.busyNanos = busyNanos;
        this.clock = clock;
        this.batchStart = clock.getAsLong();
    }

    /// The thread has had the lock, as the `turn`-th of all, counted from 1.
    void acquired(long turn) {
        long others = turn - lastTurn - 1;
        if (others != 0) {
            handOvers++;
            if (others > mostOvertaken && acquisitions > 0) { // before its first, it was not yet there
                mostOvertaken = others;
            }
        }
        lastTurn = turn;
        acquisitions++;
        if (--left == 0) {
            endBatch();
        }
    }

    private void endBatch() {
        long now = clock.getAsLong();
        long elapsed = now - batchStart;
        longestWaitNanos = Math.max(longestWaitNanos, elapsed - batch * busyNanos);
        if (elapsed < BATCH_NANOS / 2) {
            batch = Math.min(2 * batch, LARGEST_BATCH);
        } else if (elapsed > BATCH_NANOS) {
            batch = Math.max(1, batch / 2);
        }
        left = batch;
        batchStart = now;
    }

    /// The record of all threads together: sums, and the worst of each. Null stands for a thread that the host
    /// did not run at all.
    static WaitLog together(@Nullable WaitLog... logs) {
        WaitLog all = new WaitLog(0);
        for (WaitLog log : logs) {
            if (log == null) {
                continue;
            }
            all.acquisitions += log.acquisitions;
            all.handOvers += log.handOvers;
            all.mostOvertaken = Math.max(all.mostOvertaken, log.mostOvertaken);
            all.longestWaitNanos = Math.max(all.longestWaitNanos, log.longestWaitNanos);
        }
        return all;
    }

    long acquisitions() {
        return acquisitions;
    }

    double handOverPercent() {
        return acquisitions == 0 ? 0 : 100.0 * handOvers / acquisitions;
    }

    long mostOvertaken() {
        return mostOvertaken;
    }

    long longestWaitNanos() {
        return longestWaitNanos;
    }
}
