package advsys.lab;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Threads that contend: they start together, each on a CPU of its own where the system allows it, run one body, and
/// are watched. OpenMP calls it a team.
///
/// - **Guarantee** when [#window] or [#rounds] returns or throws, no thread of the crew runs woven code any more.
/// - **Cost** a platform thread per worker, 0.1 ms each; while they run the crew's own thread wakes once in a
///   millisecond.
/// - **Errors** what a body throws ends the work and comes out of the call; the other workers are stopped.
public final class Crew {
    private final long seed;
    private final Pulse pulse;
    private final Consumer<Work> done;
    private final boolean pinned;
    private final @Nullable SimulatedCpus simulated;

    /// A crew whose workers run on simulated CPUs. `seed` gives the workers' generators.
    public static Crew on(SimulatedCpus cpus, long seed) {
        return new Crew(seed, new Pulse(), work -> {}, false, cpus);
    }

    Crew(long seed, Pulse pulse, Consumer<Work> done) {
        this(seed, pulse, done, !System.getProperty("advsys.pin", "true").equals("false"), null);
    }

    private Crew(long seed, Pulse pulse, Consumer<Work> done, boolean pinned, @Nullable SimulatedCpus simulated) {
        this.seed = seed;
        this.pulse = pulse;
        this.done = done;
        this.pinned = pinned;
        this.simulated = simulated;
    }

    /// The crew with its threads on CPUs of their own, or wherever the system puts them. They are pinned unless the
    /// system property `advsys.pin` is `false`.
    public Crew pinned(boolean pinned) {
        return new Crew(seed, pulse, done, pinned, simulated);
    }

    /// Works for `length`. What a worker has in hand then is finished, and not counted.
    ///
    /// @throws IllegalArgumentException if `threads` is not between 1 and 4096 or `length` is not positive
    /// @throws java.util.concurrent.CancellationException if the trial is to stop
    public Work window(int threads, Duration length, Body body) throws Exception {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a window of " + length + ": it must be longer than nothing");
        }
        return work(threads, length.toNanos(), Long.MAX_VALUE, body);
    }

    /// Works until each worker has done `roundsEach` rounds.
    ///
    /// @throws IllegalArgumentException if `threads` is not between 1 and 4096 or `roundsEach` is less than 1
    /// @throws java.util.concurrent.CancellationException if the trial is to stop
    public Work rounds(int threads, long roundsEach, Body body) throws Exception {
        if (roundsEach < 1) {
            throw new IllegalArgumentException(roundsEach + " rounds: each worker needs at least 1");
        }
        return work(threads, Long.MAX_VALUE, roundsEach, body);
    }

    private Work work(int threads, long windowNanos, long goal, Body body) throws Exception {
        if (threads < 1 || threads > 4096) {
            throw new IllegalArgumentException(
                    threads + " threads: a crew has 1 to 4096; more contenders need a simulated machine");
        }
        if (simulated != null) {
            return SimulatedRun.work(simulated, threads, windowNanos, goal, seed, body);
        }
        try (CrewRun run = new CrewRun(threads, goal, seed, pinned, body)) {
            Work work = run.work(windowNanos, pulse);
            done.accept(work);
            return work;
        }
    }

    /// What one thread does: `while (worker.next()) { … }`. The loop stands in the scenario, so that it is compiled
    /// once per subject.
    @FunctionalInterface
    public interface Body {
        void run(Worker worker) throws Exception;
    }

    /// What the threads did.
    ///
    /// @param nanos how long they worked
    /// @param rounds how many rounds each has done
    /// @param overlap the share of that time in which as many workers got on as the host has cores for; what is
    ///     missing went to other work on the host, to waiting, or to a late start
    public record Work(long nanos, List<Long> rounds, double overlap) {
        public long total() {
            return rounds.stream().mapToLong(Long::longValue).sum();
        }

        public double perMicrosecond() {
            return total() * 1000.0 / nanos;
        }

        public double nanosPerRound() {
            return (double) nanos / total();
        }

        /// Jain's index: 1 when all threads did the same number of rounds, 1/n when one did them all.
        ///
        /// **Source** R. Jain, D. Chiu, W. Hawe, DEC Research Report TR-301, 1984.
        public double fairness() {
            double squares = rounds.stream().mapToDouble(n -> (double) n * n).sum();
            return squares == 0 ? 1 : (double) total() * total() / (rounds.size() * squares);
        }
    }
}
