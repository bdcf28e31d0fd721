package advsys.multiprocessor;

import advsys.lab.Crew;
import advsys.lab.HostCard;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// How long this host takes for what a simulated machine has a cost for.
///
/// - **Guarantee** each step waits for the one before, but for [Way#STREAM]: so it is a latency that is measured.
/// - **Cost** a few hundred milliseconds for all of them.
/// - **Source** L. McVoy, C. Staelin, "lmbench: portable tools for performance analysis", USENIX 1996 (chains of loads,
///   and the ping-pong).
record HostLatency() implements Scenario<HostLatency.Way, HostLatency.Row> {
    private static final int LINE = 64;
    private static final int TRIES = 5;
    private static final int PATIENCE = 20_000; // spins: far longer than any journey
    private static final Duration WINDOW = Duration.ofMillis(10);
    private static final VarHandle WORD = ValueLayout.JAVA_INT.varHandle();

    /// What is measured.
    enum Way {
        /// One instruction that waits for the one before.
        CYCLE,
        /// A read of a line in the core's own first cache.
        HIT,
        /// One `Thread.onSpinWait`.
        PAUSE,
        /// A line from memory.
        MEMORY,
        /// A line from memory, when they are read one after the other and asked for in time.
        STREAM,
        /// A line from another core's cache.
        CACHE
    }

    /// @param nanos each
    record Row(double nanos) {}

    @Override
    public Row run(Way way, Trial trial) throws Exception {
        return new Row(
                switch (way) {
                    case CYCLE -> best(trial, () -> cycles(1_000_000));
                    case HIT -> chain(trial, 1 << 8, 1_000_000);
                    case PAUSE -> best(trial, () -> pauses(20_000));
                    case MEMORY -> chain(trial, beyondCaches() / LINE, 100_000);
                    case STREAM -> stream(trial, beyondCaches());
                    case CACHE -> pingPong(trial);
                });
    }

    private interface Timed {
        double nanosEach();
    }

    /// The least disturbed of a few.
    private static double best(Trial trial, Timed timed) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            trial.poll();
            best = Math.min(best, timed.nanosEach());
        }
        return best;
    }

    @SuppressWarnings("unused") // what is computed has to go somewhere
    private static volatile long sink;

    private static double cycles(int rounds) {
        long x = System.nanoTime() | 1;
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) { // six, each needs the one before
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        double nanos = System.nanoTime() - start;
        sink = x;
        return nanos / rounds / 6;
    }

    private static double pauses(int rounds) {
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            Thread.onSpinWait();
        }
        return (double) (System.nanoTime() - start) / rounds;
    }

    /// Four times the largest cache, within reason.
    private static int beyondCaches() {
        long largest = HostCard.here().caches().stream()
                .mapToLong(HostCard.Cache::bytes)
                .max()
                .orElse(16 << 20);
        return Math.clamp(4 * largest, 1 << 22, 1 << 27);
    }

    /// A chain through so many lines in no order that could be foreseen (Sattolo's algorithm: a single cycle).
    private static double chain(Trial trial, int lines, int steps) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate((long) lines * LINE, LINE);
            int[] order = new int[lines];
            Arrays.setAll(order, i -> i);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = lines - 1; i > 0; i--) {
                int other = random.nextInt(i);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            for (int i = 0; i < lines; i++) {
                memory.set(ValueLayout.JAVA_INT, (long) i * LINE, order[i] * LINE);
            }
            return best(trial, () -> follow(memory, steps));
        }
    }

    private static double follow(MemorySegment memory, int steps) {
        int at = 0;
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            at = memory.get(ValueLayout.JAVA_INT, at);
        }
        double nanos = System.nanoTime() - start;
        sink = at;
        return nanos / steps;
    }

    private static double stream(Trial trial, int bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(bytes, LINE).fill((byte) 1);
            return best(trial, () -> {
                long sum = 0;
                long start = System.nanoTime();
                for (long at = 0; at < bytes; at += LINE) {
                    sum += memory.get(ValueLayout.JAVA_LONG, at);
                }
                double nanos = System.nanoTime() - start;
                sink = sum;
                return nanos * LINE / bytes;
            });
        }
    }

    /// Half of the way there and back between two cores; NaN on a host of one, or when the two never ran together.
    private static double pingPong(Trial trial) throws Exception {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            return Double.NaN;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TRIES; i++) {
            MemorySegment words = Arena.ofAuto().allocate(6 * LINE, 2 * LINE);
            best = Math.min(best, oneWay(trial, words));
        }
        return Double.isInfinite(best) ? Double.NaN : best;
    }

    /// Two words on lines of their own, and one that says that somebody has gone.
    @SuppressWarnings("ThreadPriorityCheck") // yields only where the other has no core to run on
    private static double oneWay(Trial trial, MemorySegment words) throws Exception {
        long gone = 4 * LINE;
        Crew.Work work = trial.crew().window(2, WINDOW, worker -> {
            long mine = worker.number() * 2L * LINE;
            long theirs = 2 * LINE - mine;
            int turn = 0;
            while (worker.next() && (int) WORD.getAcquire(words, gone) == 0) {
                turn++;
                if (worker.number() == 0) {
                    WORD.setRelease(words, mine, turn);
                }
                int spins = 0;
                while ((int) WORD.getAcquire(words, theirs) != turn && (int) WORD.getAcquire(words, gone) == 0) {
                    if (++spins > PATIENCE) {
                        Thread.yield();
                    }
                }
                if (worker.number() == 1) {
                    WORD.setRelease(words, mine, turn);
                }
            }
            WORD.setRelease(words, gone, 1);
        });
        return work.nanosPerRound(); // each of the two counts each round: half of there and back
    }

    /// Measured when it is first asked for, and then kept.
    static Costs costs() {
        return Kept.costs();
    }

    private static final class Kept {
        private static @Nullable Costs costs;

        static synchronized Costs costs() {
            Costs known = costs;
            if (known == null) {
                known = HostCosts.measured();
                costs = known;
            }
            return known;
        }
    }
}
