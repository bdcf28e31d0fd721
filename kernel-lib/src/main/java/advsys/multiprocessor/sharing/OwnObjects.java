package advsys.multiprocessor.sharing;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/// An object for each worker, which the worker itself makes: as private as memory can be. What the others are measured
/// against.
///
/// - **Guarantee** that of [Tally].
/// - **Cost** a look at the table of objects before each addition; nobody writes to that any more.
/// - **Source** ours.
public final class OwnObjects implements Tally {
    private static final int WORKERS = 64;
    private static final int MIDDLE = 16; // 128 bytes before it, and behind it

    private static final int APART = 32; // references of four bytes or eight: no two on a pair of lines

    private final @Nullable AtomicLongArray[] own = new AtomicLongArray[APART * (WORKERS + 1)];

    @Override
    public void add(int worker) {
        AtomicLongArray mine = own[APART * (worker + 1)];
        if (mine == null) {
            mine = new AtomicLongArray(2 * MIDDLE);
            own[APART * (worker + 1)] = mine;
        }
        mine.getAndIncrement(MIDDLE);
    }

    @Override
    public long sum() {
        long sum = 0;
        for (AtomicLongArray each : own) {
            sum += each == null ? 0 : each.get(MIDDLE);
        }
        return sum;
    }
}
