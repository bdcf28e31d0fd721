package advsys.locks;

import advsys.lab.Broken;

/// A test-and-set lock that tests and sets in two steps.
@Broken(
        of = TasLock.class,
        verdict = "mutual exclusion",
        witness = "two waiters test, both find false, both set true, both go in")
final class BrokenTasLock implements Mutex {
    private final PaddedBoolean held = new PaddedBoolean();

    @Override
    public void lock() {
        while (testAndSet()) {
            Thread.onSpinWait();
        }
    }

    private boolean testAndSet() {
        boolean before = held.getAcquire();
        held.setRelease(true); // the bug: what was read may no longer be so
        return before;
    }

    @Override
    public void unlock() {
        held.setRelease(false);
    }
}
