package advsys.locks;

import advsys.lab.Broken;

/// A backoff lock that takes its longest pause for a permission: whoever has waited that long goes in.
@Broken(
        of = BackoffLock.class,
        verdict = "mutual exclusion",
        witness = "a waiter pauses up to the limit while the holder is still inside, and goes in")
final class BrokenBackoffLock implements Mutex {
    private final PaddedBoolean held = new PaddedBoolean();

    @Override
    public void lock() {
        int limit = 1;
        while (held.getAndSet(true)) {
            for (int i = 0; i < limit; i++) {
                Thread.onSpinWait();
            }
            limit = 2 * limit;
            if (limit > 1024) { // the bug: that it was long says nothing about who is inside
                return;
            }
        }
    }

    @Override
    public void unlock() {
        held.setRelease(false);
    }
}
