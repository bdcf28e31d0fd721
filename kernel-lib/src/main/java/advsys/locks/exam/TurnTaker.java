package advsys.locks.exam;

import advsys.lab.stop.Scope;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A thread that takes turns with others: one at a time goes on, and [TurnTakers] says which. Public only because woven
/// locks call it.
public final class TurnTaker extends Thread {
    private static final int SPIN_NANOS = 10;

    private final TurnTakers turns;
    private final int number;
    private final Scope scope;
    private final Consumer<TurnTaker> work;
    private final SplittableRandom dice;

    volatile boolean go; // its turn
    boolean permit; // to come back from the next park at once
    boolean parked;
    long nanos; // its own clock
    long spins; // pauses of every kind so far
    long loops;
    long writes;
    long accesses;
    long versionSeen; // of the shared memory, at its last access
    int phase; // 0 outside, 1 wants the lock, 2 inside, 3 gives it up
    long accessesInVain; // since anybody got anywhere
    long progressSeen;

    TurnTaker(TurnTakers turns, int number, Scope scope, long seed, Consumer<TurnTaker> work) {
        super("turn-" + number);
        this.turns = turns;
        this.number = number;
        this.scope = scope;
        this.work = work;
        this.dice = new SplittableRandom(seed * 31 + number);
        setDaemon(true);
    }

    @Override
    public void run() {
        scope.adopt();
        turns.takePart(this, work);
    }

    int number() {
        return number;
    }

    /// A place of its own where it may be somebody else's turn.
    void turn() {
        turns.turn(this);
    }

    private static @Nullable TurnTaker current() {
        return Thread.currentThread() instanceof TurnTaker taker ? taker : null;
    }

    /// Called by woven locks in front of every access to shared memory.
    public static void access(int site) {
        TurnTaker me = current();
        if (me != null) {
            me.turns.access(me, site);
        }
    }

    /// Called behind an access, with what was read.
    public static void saw(boolean value) {
        saw((Object) value);
    }

    /// Called behind an access, with what was read.
    public static void saw(int value) {
        saw((Object) value);
    }

    /// Called behind an access, with what was read.
    public static void saw(@Nullable Object value) {
        TurnTaker me = current();
        if (me != null) {
            me.turns.saw(value);
        }
    }

    /// Called in every round of a loop.
    public static void loop() {
        TurnTaker me = current();
        if (me != null) {
            me.loops++;
            me.nanos++;
        }
    }

    /// In place of the method of its name.
    public static void onSpinWait() {
        pause(SPIN_NANOS);
    }

    /// In place of `yield`, which is nearly a keyword.
    public static void giveWay() {
        pause(100 * SPIN_NANOS);
    }

    /// In place of the method of its name.
    public static void sleep(long millis) {
        pause(millis * 1_000_000);
    }

    /// In place of the method of its name.
    public static void parkNanos(long nanos) {
        pause(nanos);
    }

    /// In place of the method of its name.
    public static void parkNanos(Object blocker, long nanos) {
        pause(nanos);
    }

    /// In place of the method of its name, as are the two that follow.
    public static void park() {
        TurnTaker me = current();
        if (me == null) {
            LockSupport.park();
        } else {
            me.turns.park(me);
        }
    }

    public static void park(Object blocker) {
        park();
    }

    public static void unpark(@Nullable Thread thread) {
        TurnTaker me = current();
        if (me == null) {
            LockSupport.unpark(thread);
        } else {
            me.turns.unpark(me, thread instanceof TurnTaker other && other.turns == me.turns ? other : null);
        }
    }

    private static void pause(long nanos) {
        TurnTaker me = current();
        if (me == null) {
            Thread.onSpinWait();
        } else {
            me.turns.pause(me, Math.max(0, nanos));
        }
    }

    /// In place of the method of its name.
    public static long nanoTime() {
        TurnTaker me = current();
        return me == null ? System.nanoTime() : me.nanos;
    }

    /// In place of the method of its name.
    public static double random() {
        return dice().nextDouble();
    }

    /// In place of the method of its name, as are those that follow.
    public static int nextInt(Object generator) {
        return dice().nextInt();
    }

    public static int nextInt(Object generator, int bound) {
        return dice().nextInt(bound);
    }

    public static int nextInt(Object generator, int origin, int bound) {
        return dice().nextInt(origin, bound);
    }

    public static long nextLong(Object generator, long bound) {
        return dice().nextLong(bound);
    }

    public static long nextLong(Object generator, long origin, long bound) {
        return dice().nextLong(origin, bound);
    }

    private static SplittableRandom dice() {
        TurnTaker me = current();
        return me == null ? new SplittableRandom() : me.dice;
    }
}
