package advsys.lab;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One thread of a [Crew], as its [Crew.Body] sees it.
///
/// - **Cost** [#next] reads a word that rarely changes and counts on a cache line of its own: about a nanosecond.
public final class Worker extends WorkerFields {
    static final int MAX_SLICES = 64;
    private static final long LONG_WAIT_NANOS = 1_000_000;
    private static final VarHandle DONE;

    static {
        try {
            DONE = MethodHandles.lookup().findVarHandle(WorkerFields.class, "done", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    @SuppressWarnings("unused")
    private long q00, q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

    private final int number;
    private final Shift shift;
    private final RandomGenerator random;
    private final long[] doneAtEndOf = new long[MAX_SLICES + 1]; // by slice, from 1; slice 0 is before the start
    private long endNanos;
    private OptionalLong waitedForCpu = OptionalLong.empty();
    private final @Nullable SimulatedShift simulated;

    Worker(int number, Shift shift, long goal, long seed) {
        this(number, shift, goal, seed, null);
    }

    /// @param simulated when and where it ends, on simulated CPUs; null on the host's
    Worker(int number, Shift shift, long goal, long seed, @Nullable SimulatedShift simulated) {
        this.simulated = simulated;
        this.number = number;
        this.shift = shift;
        this.goal = goal;
        // hashed twice: neighbouring seeds and neighbouring numbers give unrelated streams
        this.random = new SplittableRandom(new SplittableRandom(seed + 1_000_003L * number).nextLong());
    }

    /// 0 for the first, up to the number of threads less one.
    public int number() {
        return number;
    }

    /// The worker's own generator: seeded by the trial's seed and the worker's number.
    public RandomGenerator random() {
        return random;
    }

    /// Counts the round just done, and says whether there is to be another. The loop `while (worker.next()) { … }` is
    /// what a body consists of.
    public boolean next() {
        long rounds = done + 1;
        if (rounds >= goal || shift.phase() != seen) {
            return turn(rounds);
        }
        DONE.setOpaque(this, rounds); // the crew looks on: it must see it soon, in no order with anything else
        return true;
    }

    /// Spends about `nanos` nanoseconds on the CPU, touching no shared memory. 0 costs nothing.
    public void spend(int nanos) {
        if (nanos <= 0) {
            return;
        }
        if (simulated != null) {
            simulated.cpus().spend(nanos);
            return;
        }
        if (nanos != spendNanos) {
            spendNanos = nanos;
            spendSteps = BusyWork.steps(Math.min(nanos, LONG_WAIT_NANOS));
        }
        sink = BusyWork.run(sink, spendSteps);
        for (long left = nanos - LONG_WAIT_NANOS; left > 0; left -= LONG_WAIT_NANOS) {
            Cancel.poll();
            sink = BusyWork.run(sink, BusyWork.steps(Math.min(left, LONG_WAIT_NANOS)));
        }
    }

    /// A slice of time has ended, or the shift, or this worker's own goal is reached.
    private boolean turn(long rounds) {
        if (simulated != null) {
            return simulatedTurn(simulated, rounds);
        }
        DONE.setOpaque(this, rounds);
        int phase = shift.phase();
        boolean ends = phase == Shift.END || rounds >= goal;
        int last = ends ? MAX_SLICES : Math.min(phase - 1, MAX_SLICES);
        for (int slice = Math.max(seen, 1); slice <= last; slice++) {
            doneAtEndOf[slice] = rounds;
        }
        seen = phase;
        if (ends) {
            endNanos = System.nanoTime();
        }
        return !ends;
    }

    /// A round that ends after the window is not counted.
    private boolean simulatedTurn(SimulatedShift until, long rounds) {
        boolean over = until.over();
        if (!over || rounds == 0) {
            DONE.setOpaque(this, rounds);
        }
        return !over && rounds < goal;
    }

    /// Nanoseconds on the clock of the machine that the worker runs on, from some moment.
    public long clockNanos() {
        return simulated == null ? System.nanoTime() : simulated.cpus().nanos();
    }

    /// Called by the worker's thread before its body.
    void begin() {
        done = -1;
        seen = simulated == null ? shift.phase() : Shift.END; // simulated: every round turns
        endNanos = 0;
    }

    /// How many rounds are done so far; any thread may ask.
    long done() {
        return Math.max(0, (long) DONE.getOpaque(this));
    }

    /// What the system made the thread wait, told by the thread itself.
    void waitedForCpu(OptionalLong before, OptionalLong after) {
        waitedForCpu = before.isPresent() && after.isPresent()
                ? OptionalLong.of(after.getAsLong() - before.getAsLong())
                : OptionalLong.empty();
    }

    /// This and the two below: after the thread has ended.
    OptionalLong waitedForCpu() {
        return waitedForCpu;
    }

    boolean progressed(int firstSlice, int lastSlice) {
        return doneAtEndOf[lastSlice] > doneAtEndOf[firstSlice - 1];
    }

    long endNanos() {
        return endNanos;
    }
}
