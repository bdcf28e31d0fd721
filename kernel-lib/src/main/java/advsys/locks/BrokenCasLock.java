package advsys.locks;

import advsys.lab.Broken;

/// A compare-and-swap lock that compares and swaps in two steps.
@Broken(
        of = CasLock.class,
        verdict = "mutual exclusion",
        witness = "two waiters compare, both find the lock free, both take it")
final class BrokenCasLock implements Mutex {
    private volatile boolean held;

    @Override
    public void lock() {
        while (held) {
            Thread.onSpinWait();
        }
        held = true; // the bug: somebody else may have done the same since the look
    }

    @Override
    public void unlock() {
        held = false;
    }
}
