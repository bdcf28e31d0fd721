package advsys.locks;

import advsys.lab.Mechanism;

/// The basic spin lock by compare-and-swap: whoever finds *false* puts *true* in its place, in one indivisible
/// step, and tries again when somebody else was there first.
///
/// - **Guarantee** mutual exclusion; some waiter always gets the lock, but there is no order. Not reentrant.
/// - **Cost** one compare-and-swap and one store when nobody else is there. A try that fails takes the word's
///   cache line away from the others all the same.
/// - **Source** M. Herlihy, "Wait-free synchronization", ACM TOPLAS 13(1), 1991: compare-and-swap is as strong
///   as any step can be. The lock is folklore.
@Mechanism("Compare-and-swap")
public final class CasLock implements Mutex {

    // How and why
    //
    //     CAS(held, false, true) == true    held was false and is true: the caller has the lock
    //     CAS(held, false, true) == false   held was true and stays true: try again
    //
    // A test-and-set writes whatever it finds; a compare-and-swap writes only what it expected. For a lock the two do
    // the same: to write true over true changes nothing. What compare-and-swap can do beyond that, chapter 04 shows.
    //
    // Invariant
    //   I1  held == true from a compare-and-swap that succeeded to the store of the thread that made it.

    private final PaddedBoolean held = new PaddedBoolean();

    @Override
    public void lock() {
        // Acquires when it succeeds: what the last holder wrote is seen. It is a full fence besides, also when it
        // fails.
        while (!held.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void unlock() {
        held.setRelease(false); // what was written under the lock stays before it, and the next holder sees it
    }
}
