package advsys.multiprocessor;

import java.util.IdentityHashMap;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A thread of the program: who it takes itself for, what is its own, and why it does not run.
final class SimulatedThread {
    static final int OUTSIDE = 0; // the place of what no woven class does

    /// What it does just now.
    enum State {
        NEW,
        /// On a CPU.
        RUNNING,
        /// For want of a CPU only.
        READY,
        /// For another thread, or for a time.
        BLOCKED,
        ENDED
    }

    final int number;
    private final String name;
    final Strand strand;
    final Thread identity;
    final SplittableRandom random;
    final IdentityHashMap<ThreadLocal<?>, @Nullable Object> locals = new IdentityHashMap<>();

    State state = State.NEW;
    Cpu cpu; // on which it runs, or ran last
    int place = OUTSIDE; // in the source, when it does not run
    int probe; // the JDK's own: which cell of a striped counter is its
    int hash; // the last number given to an object, of those of this thread

    // Waiting
    String waitsFor = "";
    int waits; // how often it has: an alarm is for one wait
    boolean timed; // an alarm ends the wait
    boolean notified; // at the monitor where it waits
    boolean late; // the alarm has ended it
    boolean interruptible; // the wait
    boolean interrupted;
    boolean permit; // of LockSupport
    boolean parked;

    @Nullable
    Object blocker; // what LockSupport was told that it waits for

    /// @param cpu where it would run best
    SimulatedThread(int number, String name, Strand strand, Thread identity, long seed, Cpu cpu) {
        this.number = number;
        this.name = name;
        this.strand = strand;
        this.identity = identity;
        this.random = new SplittableRandom(new SplittableRandom(seed + 1_000_003L * number).nextLong());
        this.cpu = cpu;
    }

    String name() {
        return name;
    }

    boolean hasEnded() {
        return state == State.ENDED;
    }

    /// What it waits for, when nobody else is left.
    String stuck() {
        MemoryLine line = cpu.read;
        return state == State.RUNNING && cpu.asleep && line != null
                ? name() + " spins for ever" + where(place) + " on a line of " + line.name
                        + ": nobody is left who could write to it. Look for the store that should end the wait"
                : name() + " waits for ever" + where(place) + " for " + waitsFor
                        + ", and nobody is left who could end that. Look for the one who should have";
    }

    /// " at TasLock.lock:31".
    static String where(int place) {
        return place == OUTSIDE ? "" : " at " + Sites.source(place);
    }
}
