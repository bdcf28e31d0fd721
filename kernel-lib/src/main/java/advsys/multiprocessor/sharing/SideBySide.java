package advsys.multiprocessor.sharing;

import java.util.concurrent.atomic.AtomicLongArray;

/// A word for each worker, one behind the other. No two workers touch the same word, and eight words are one line.
///
/// - **Guarantee** that of [Tally].
/// - **Cost** as many bytes as there is to count, and a line that is never where it is needed.
/// - **Source** J. Torrellas, M. Lam, J. Hennessy, IEEE Trans. Computers 43(6), 1994.
public final class SideBySide implements Tally {
    private static final int WORKERS = 64;
    private static final int FIRST = 14; // 128 bytes from where the array begins, 16 of them its header

    private final AtomicLongArray words = new AtomicLongArray(FIRST + WORKERS);

    @Override
    public void add(int worker) {
        words.getAndIncrement(FIRST + worker);
    }

    @Override
    public long sum() {
        long sum = 0;
        for (int worker = 0; worker < WORKERS; worker++) {
            sum += words.get(FIRST + worker);
        }
        return sum;
    }
}
