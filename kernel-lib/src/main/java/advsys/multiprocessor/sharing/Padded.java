package advsys.multiprocessor.sharing;

import java.util.concurrent.atomic.AtomicLongArray;

/// A word for each worker, 128 bytes from the next: wherever the array begins, no two are on one line, nor on a pair of
/// lines that a processor fetches together.
///
/// - **Guarantee** that of [Tally].
/// - **Cost** sixteen times the memory of [SideBySide].
/// - **Source** J. Torrellas, M. Lam, J. Hennessy, IEEE Trans. Computers 43(6), 1994, section on data placement.
public final class Padded implements Tally {
    private static final int WORKERS = 64;
    private static final int APART = 16; // words of eight bytes

    private final AtomicLongArray words = new AtomicLongArray(APART * (WORKERS + 1));

    @Override
    public void add(int worker) {
        words.getAndIncrement(APART * (worker + 1));
    }

    @Override
    public long sum() {
        long sum = 0;
        for (int worker = 0; worker < WORKERS; worker++) {
            sum += words.get(APART * (worker + 1));
        }
        return sum;
    }
}
