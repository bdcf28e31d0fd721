package advsys.locks;

import advsys.lab.Broken;

/// A test-and-test-and-set lock that trusts its look: it swaps, and does not look at what came out.
@Broken(
        of = TtasLock.class,
        verdict = "mutual exclusion",
        witness = "two waiters see the lock free, both swap, one of them takes true out and goes in all the same")
final class BrokenTtasLock implements Mutex {
    private final PaddedBoolean held = new PaddedBoolean();

    @Override
    public void lock() {
        while (held.getAcquire()) {
            Thread.onSpinWait();
        }
        held.getAndSet(true); // the bug: what came out is who was first
    }

    @Override
    public void unlock() {
        held.setRelease(false);
    }
}
