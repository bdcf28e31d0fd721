package advsys.locks;

import advsys.lab.WaitsOnly;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/// How a waiter passes its time: it spins, and after some spins it may give its core away. A value, handed to
/// the lock when it is made: the algorithm says *what* to wait for, this says *how*.
///
///     new TicketLock(Waiting.thenYield(32))
///
/// - **Guarantee** none of order or progress: those are the lock's. Who waits by parking must be woken, so only
///   locks whose releaser knows its successor take [#thenPark].
/// - **Cost** a spin keeps the core and answers within one journey of a cache line. A yield costs a call into
///   the system, and a switch if somebody else wants the core. To park and to be woken costs two switches, some
///   microseconds.
/// - **Source** J. Ousterhout, "Scheduling techniques for concurrent systems", ICDCS 1982: spin as long as a
///   switch would take, then give the core away. A. Karlin, K. Li, M. Manasse, S. Owicki, SOSP 1991: that costs
///   at most twice as much as knowing the future. As a value: the idle strategies of Agrona.
///
/// @param spins how often a waiter looks before it does anything else
/// @param then what it does after that
public record Waiting(int spins, Then then) {
    /// What comes after the spins.
    public enum Then {
        /// More of the same: the waiter keeps its core.
        SPIN,
        /// Offers the core to whoever wants to run, and looks again.
        YIELD,
        /// Sleeps until the releaser wakes it.
        PARK
    }

    /// @throws IllegalArgumentException if `spins` is negative
    public Waiting {
        if (spins < 0) {
            throw new IllegalArgumentException(spins + " spins: give 0 or more");
        }
    }

    /// Spins for as long as it takes.
    public static Waiting spin() {
        return new Waiting(0, Then.SPIN);
    }

    /// Spins `spins` times, then yields after each look.
    public static Waiting thenYield(int spins) {
        return new Waiting(spins, Then.YIELD);
    }

    /// Spins `spins` times, then parks.
    public static Waiting thenPark(int spins) {
        return new Waiting(spins, Then.PARK);
    }

    /// One turn of waiting, the `turn`-th from 0. It may end early, for no reason: look, and call again.
    @SuppressWarnings("ThreadPriorityCheck") // to yield is what was asked for
    void pause(int turn) {
        if (turn < spins) {
            Thread.onSpinWait();
            return;
        }
        switch (then) {
            case SPIN -> spinOn();
            case YIELD -> Thread.yield();
            case PARK -> LockSupport.park(this);
        }
    }

    /// From here on every turn is the same.
    @WaitsOnly
    private static void spinOn() {
        Thread.onSpinWait();
    }

    /// True when a waiter may be asleep, and whoever lets it go has to say so by [#wake].
    boolean sleeps() {
        return then == Then.PARK;
    }

    /// Ends the sleep of a waiter that has just been let go. Called after the store that lets it go: if it looks
    /// before it sleeps it sees the store, and if it sleeps already it is woken. A call too many costs it one
    /// look.
    void wake(Thread waiter) {
        VarHandle.fullFence(); // the store is seen before the permit: else it could wake, see nothing, and sleep on
        LockSupport.unpark(waiter);
    }

    /// For a lock whose releaser does not know who is next.
    ///
    /// @throws IllegalArgumentException if the waiters would have to be woken
    Waiting nobodyToWake(String lock) {
        if (sleeps()) {
            throw new IllegalArgumentException("a " + lock + " cannot park its waiters: whoever leaves does not know"
                    + " whom to wake. Take Waiting.thenYield, or a queue of nodes: MCS, CLH, array");
        }
        return this;
    }
}
