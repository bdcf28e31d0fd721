package advsys.locks;

import advsys.lab.Mechanism;

/// The simplest spin lock: one word says whether the lock is held, and whoever wants it swaps *true* into the
/// word until *false* comes out.
///
/// - **Guarantee** mutual exclusion; some waiter always gets the lock, but there is no order: a waiter can be
///   overtaken for ever. Not reentrant.
/// - **Cost** one swap and one store when nobody else is there. Each try of each waiter takes the word's cache
///   line away from all the others, the holder included.
/// - **Source** T. Anderson, "The performance of spin lock alternatives for shared-memory multiprocessors",
///   IEEE TPDS 1(1), 1990, §III.
@Mechanism("Test-and-set lock")
public final class TasLock implements Mutex {

    // How and why
    //
    //     held = false  ──swap true: false came out──▶  held = true, and the swapper has the lock
    //     held = true   ──swap true: true came out───▶  held = true, as before: try again
    //     held = true   ──the holder stores false────▶  held = false
    //
    // The swap reads and writes in one indivisible step. Of all those that swap after a release, exactly one can be
    // first, and only the first takes *false* out.
    //
    // Invariants
    //   I1  held == true from the swap that took false out to the store of the thread that made that swap.
    //   I2  only that thread stores false.

    private final PaddedBoolean held = new PaddedBoolean();

    @Override
    public void lock() {
        // The swap acquires: what the last holder wrote before its release is seen from here on. It is also a
        // full fence, so nothing of the critical section begins before it.
        while (held.getAndSet(true)) { // a write even when it fails: the line has to come here, exclusively
            Thread.onSpinWait();
        }
    }

    @Override
    public void unlock() {
        // Release, not volatile: everything in the critical section stays before this store, and that is all that the
        // next holder needs. A volatile store would also keep later loads of ours behind it, for one more fence.
        held.setRelease(false);
    }
}
