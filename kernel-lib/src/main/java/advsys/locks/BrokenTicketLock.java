package advsys.locks;

import advsys.lab.Broken;

/// A ticket lock that draws its numbers in two steps, so that two may draw the same.
@Broken(
        of = TicketLock.class,
        verdict = "mutual exclusion",
        witness = "two who come together draw the same number, and are called together")
final class BrokenTicketLock implements Mutex {
    private volatile int next;
    private volatile int serving;

    @Override
    public void lock() {
        int mine = next;
        next = mine + 1; // the bug: somebody else may have read the same number
        while (serving - mine < 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // what the right lock may do, because there only the holder writes
    public void unlock() {
        serving = serving + 1;
    }
}
