package advsys.locks;

import advsys.lab.Mechanism;
import java.util.concurrent.ThreadLocalRandom;

/// A test-and-test-and-set lock whose losers pause before they try again, twice as long after each loss, and
/// for a random part of that.
///
/// - **Guarantee** mutual exclusion; some waiter always gets the lock, but there is no order, and a thread that
///   has just released it comes first more often than not: it does not pause. Not reentrant.
/// - **Cost** as the test-and-set lock when nobody else is there. Of those in a stampede most sleep through the
///   next.
/// - **Source** T. Anderson, "The performance of spin lock alternatives for shared-memory multiprocessors",
///   IEEE TPDS 1(1), 1990, §IV; the limits are ours.
@Mechanism("Backoff lock")
public final class BackoffLock implements Mutex {

    // How and why
    //
    // A lost swap says that others are trying: to try again at once would only hold them up. How many others, nobody
    // knows, so the pause doubles until it fits. It is random, or two who lost together would meet again for ever; and
    // it has a limit, or a lock that has been free for long would stay so. One who is alone never pauses.
    //
    // Invariants: those of the test-and-set lock.

    private final PaddedBoolean held = new PaddedBoolean();
    private final int shortestSpins;
    private final int longestSpins;

    /// Pauses of 16 to 2048 spins: from about one hand-over of a cache line to about a hundred.
    public BackoffLock() {
        this(16, 2048);
    }

    /// @throws IllegalArgumentException if the limits are not 1 ≤ shortest ≤ longest ≤ 2³⁰
    public BackoffLock(int shortestSpins, int longestSpins) {
        if (shortestSpins < 1 || longestSpins < shortestSpins || longestSpins > 1 << 30) {
            throw new IllegalArgumentException("pauses from " + shortestSpins + " to " + longestSpins
                    + " spins: take 1 or more, the longer one second, and no more than 2^30");
        }
        this.shortestSpins = shortestSpins;
        this.longestSpins = longestSpins;
    }

    @Override
    public void lock() {
        int limit = shortestSpins;
        while (true) {
            while (held.getAcquire()) { // a hit in our own cache, until the holder's store
                Thread.onSpinWait();
            }
            if (!held.getAndSet(true)) { // acquires: the last holder's writes are seen from here on
                return;
            }
            pause(ThreadLocalRandom.current().nextInt(limit)); // the thread's own generator: nothing is shared
            limit = Math.min(2 * limit, longestSpins);
        }
    }

    private static void pause(int spins) {
        for (int i = 0; i < spins; i++) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void unlock() {
        held.setRelease(false); // what was written under the lock stays before it
    }
}
