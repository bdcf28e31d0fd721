package advsys.locks;

import advsys.lab.Mechanism;

/// A test-and-set lock whose waiters look before they swap: while the lock is held they read it, each in its
/// own cache.
///
/// - **Guarantee** mutual exclusion; some waiter always gets the lock, but there is no order. Not reentrant.
/// - **Cost** as the test-and-set lock when nobody else is there. Waiting disturbs nobody; each release wakes
///   all waiters at once, and all but one of their swaps are in vain: the stampede.
/// - **Source** L. Rudolph, Z. Segall, "Dynamic decentralized cache schemes for MIMD parallel processors", ISCA
///   1984; measured by T. Anderson, IEEE TPDS 1(1), 1990.
@Mechanism("Test-and-test-and-set lock")
public final class TtasLock implements Mutex {

    // How and why
    //
    //     waiting     held = true in every waiter's cache: reads hit, nothing moves
    //     release     the holder's store takes the line away from all of them
    //     stampede    each reads again (a miss), sees false, and swaps (another miss): one wins, and each swap of the
    //                 losers takes the line away from the others once more
    //
    // Invariants: those of the test-and-set lock. The look decides nothing, so it needs no invariant.

    private final PaddedBoolean held = new PaddedBoolean();

    @Override
    public void lock() {
        while (true) {
            // Acquire is more than the look needs: nothing is concluded from it. On x86 and ARM it costs nothing here.
            while (held.getAcquire()) { // a hit in our own cache, until the holder's store
                Thread.onSpinWait();
            }
            if (!held.getAndSet(true)) { // acquires: this is where the last holder's writes become visible
                return;
            }
        }
    }

    @Override
    public void unlock() {
        held.setRelease(false); // what was written under the lock stays before it
    }
}
