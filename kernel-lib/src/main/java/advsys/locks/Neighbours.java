package advsys.locks;

import advsys.lab.Crew;
import advsys.lab.HostCard;
import advsys.lab.LeastDisturbed;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.time.Duration;

/// Threads that share nothing but perhaps a cache line: each takes and gives back a lock of its own, which nobody
/// else wants, and the lock words lie `bytesApart` from each other.
///
/// - **Guarantee** the first word is the first of a line, so that the distance alone decides who is on whose line.
/// - **Cost** beside the accesses about two nanoseconds a round.
/// - **Source** false sharing: J. Torrellas, M. Lam, J. Hennessy, "False sharing and spatial locality in
///   multiprocessor caches", IEEE Trans. Computers 43(6), 1994.
///
/// @param bytesApart from word to word, a multiple of 4
/// @param threads how many, each with a word
/// @param windowMillis how long; of a few windows the one counts in which the threads ran together most
public record Neighbours(int bytesApart, int threads, int windowMillis)
        implements Scenario<Neighbours.Use, Neighbours.Row> {

    /// What a thread does with its word.
    public enum Use {
        /// Takes a test-and-set lock and gives it back: a swap and a store.
        LOCK,
        /// Counts: a load and a store.
        COUNT
    }

    /// What one trial gives.
    ///
    /// @param nanosPerUse of one thread
    public record Row(double nanosPerUse) {}

    /// Two threads, words side by side, for two milliseconds.
    public Neighbours() {
        this(4, 2, 2);
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public Neighbours {
        Contention.atLeast(4, bytesApart, "bytesApart");
        Contention.atLeast(1, threads, "threads");
        Contention.atLeast(1, windowMillis, "windowMillis");
    }

    @Override
    public Row run(Use use, Trial trial) throws Exception {
        AlignedWords words = new AlignedWords((long) bytesApart * (threads - 1));
        boolean lock = use == Use.LOCK;
        Crew.Body body = worker -> {
            long mine = (long) bytesApart * worker.number();
            while (worker.next()) {
                if (lock) {
                    while (words.getAndSet(mine, 1) != 0) {
                        Thread.onSpinWait(); // never: nobody else wants it
                    }
                    words.setRelease(mine, 0);
                } else {
                    words.addOpaque(mine, 1);
                }
            }
        };
        Crew.Work work = LeastDisturbed.of(() -> trial.crew().window(threads, Duration.ofMillis(windowMillis), body));
        return new Row(work.nanosPerRound() * threads);
    }

    @Override
    public String caveat(HostCard host) {
        return Crowded.caveat(host, threads);
    }
}
