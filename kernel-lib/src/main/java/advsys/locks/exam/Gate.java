package advsys.locks.exam;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A barrier: everyone waits until all have arrived, and the last one does what has to be done in between.
/// Those who wait spin at first, so that they leave together, and get out of the way when it takes longer.
final class Gate {
    private static final int SPINS = 2_000;
    private static final int YIELDS = 50;
    private static final long NAP_NANOS = 50_000;

    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int opened; // written by the last one only

    Gate(int parties) {
        this.parties = parties;
    }

    /// Waits for the others. What anyone did before is seen by `between`, and what `between` does by everyone
    /// after.
    @SuppressWarnings("ThreadPriorityCheck") // a courtesy on a busy host; the nap after it is what counts
    void pass(Runnable between) {
        int before = opened;
        if (arrived.incrementAndGet() == parties) {
            arrived.set(0);
            between.run();
            opened = before + 1;
            return;
        }
        for (int waited = 0; opened == before; waited++) {
            if (waited < SPINS) {
                Thread.onSpinWait();
            } else if (waited < SPINS + YIELDS) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, NAP_NANOS);
            }
        }
    }
}
