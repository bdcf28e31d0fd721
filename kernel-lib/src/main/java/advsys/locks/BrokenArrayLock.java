package advsys.locks;

import advsys.lab.Broken;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// An array queue lock that leaves its flag up: when the ring comes round, the place lets in whoever draws it.
@Broken(
        of = ArrayLock.class,
        verdict = "mutual exclusion",
        witness = "after one round of the ring a waiter finds its flag set from the last time, and goes in")
final class BrokenArrayLock implements Mutex {
    private static final int PLACES = 8;

    private final AtomicIntegerArray ring = new AtomicIntegerArray(PLACES);
    private final AtomicInteger next = new AtomicInteger();
    private int holder; // under the lock

    BrokenArrayLock() {
        ring.set(0, 1);
    }

    @Override
    public void lock() {
        int mine = next.getAndIncrement() & (PLACES - 1);
        while (ring.get(mine) == 0) {
            Thread.onSpinWait();
        }
        holder = mine;
    }

    @Override
    public void unlock() {
        ring.set((holder + 1) & (PLACES - 1), 1); // the bug: its own flag should have been cleared before
    }
}
