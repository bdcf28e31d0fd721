package advsys.locks;

import advsys.lab.Mechanism;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// The array queue lock of Anderson: a ring of flags, each on lines of its own. Whoever comes draws a place in
/// the ring and spins on its flag; whoever leaves sets the flag of the next place.
///
/// - **Guarantee** mutual exclusion and first come, first served, for at most as many threads at a time as the
///   ring has places; not reentrant; a waiter that is preempted delays all behind it.
/// - **Cost** one fetch-and-add to join, two stores to leave, one of them to a line that one waiter reads. 128
///   bytes a place, for every lock.
/// - **Errors** a thread for which there is no place throws; the lock is of no use after that.
/// - **Source** T. Anderson, "The performance of spin lock alternatives for shared-memory multiprocessors",
///   IEEE TPDS 1(1), 1990, §IV.
@Mechanism("Array queue lock")
public final class ArrayLock implements Mutex {

    // How and why
    //
    //     place    0      1      2      3      4     …
    //     flag   [wait] [go]   [wait] [wait] [wait]
    //                    ▲      ▲      ▲      ▲
    //                    holder waiter waiter next to be drawn
    //
    // The ring is an int array in which only each 32nd element is used: 128 bytes from flag to flag, and as much in
    // front of the first, so that each has its pair of lines wherever the array begins.
    //
    // Invariants
    //   I1  at most one flag says GO: that of the holder's place.
    //   I2  a flag is set by the one before, and cleared by its owner before it sets the next: when the ring comes
    //       round, it says WAIT.

    private static final VarHandle FLAG = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int STRIDE = 32; // ints: 128 bytes
    private static final int WAIT = 0;
    private static final int GO = 1;

    private static final VarHandle SLEEPER = MethodHandles.arrayElementVarHandle(Thread[].class);

    private final int[] ring;
    private final @Nullable Thread[] sleepers; // who may sleep at a place; empty unless waiters park
    private final int mask;
    private final Waiting waiting;
    private final PaddedInteger next = new PaddedInteger();
    private final PaddedInteger serving = new PaddedInteger(); // the holder's number; only a holder writes it

    /// A ring for 64 threads at a time.
    public ArrayLock() {
        this(64);
    }

    /// A ring for `threads` threads at a time, whose waiters spin.
    public ArrayLock(int threads) {
        this(threads, Waiting.spin());
    }

    /// A ring for `threads` threads at a time, rounded up to a power of two: then numbers may wrap around. They pass
    /// their time as `waiting` says, each at its own place.
    ///
    /// @throws IllegalArgumentException if `threads` is not between 1 and 65536
    public ArrayLock(int threads, Waiting waiting) {
        if (threads < 1 || threads > 1 << 16) {
            throw new IllegalArgumentException("a ring for " + threads + " threads: take 1 to 65536");
        }
        int places = Integer.highestOneBit(2 * threads - 1);
        ring = new int[(places + 1) * STRIDE];
        sleepers = new Thread[waiting.sleeps() ? ring.length : 0];
        mask = places - 1;
        this.waiting = waiting;
        ring[at(0)] = GO;
    }

    private int at(int number) {
        return ((number & mask) + 1) * STRIDE;
    }

    @Override
    public void lock() {
        int mine = next.getAndIncrement();
        if (mine - serving.getAcquire() > mask) { // somebody waits in our place already
            throw new IllegalStateException("more than " + (mask + 1) + " threads want this lock: make it for more");
        }
        if (waiting.sleeps()) {
            SLEEPER.setOpaque(sleepers, at(mine), Thread.currentThread());
            VarHandle.fullFence(); // first the name, then the look; the predecessor has it the other way round
        }
        int turn = 0;
        while ((int) FLAG.getAcquire(ring, at(mine)) == WAIT) { // acquire: the last holder's writes are seen after it
            waiting.pause(turn++);
        }
    }

    @Override
    public void unlock() {
        int mine = serving.getPlain(); // plain: nobody writes it while we are inside
        FLAG.set(ring, at(mine), WAIT); // plain: the releases below publish it to all who come after
        serving.setRelease(mine + 1); // before the next one is let in: it reads the number when it leaves
        FLAG.setRelease(ring, at(mine + 1), GO); // release: what was written under the lock stays before it
        if (waiting.sleeps()) {
            wake(at(mine + 1));
        }
    }

    private void wake(int place) {
        VarHandle.fullFence(); // of the flag and the waiter's name one is seen by the other side
        Thread sleeper = (Thread) SLEEPER.getOpaque(sleepers, place); // or of a round before: woken for nothing
        if (sleeper != null) {
            waiting.wake(sleeper);
        }
    }
}
