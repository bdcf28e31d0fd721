package advsys.locks;

import advsys.lab.Crew;
import advsys.lab.HostCard;
import advsys.lab.LeastDisturbed;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.time.Duration;
import java.util.Arrays;

/// A lock and what it protects: the holder goes through eight words of data, computes a little, and goes on to the
/// next, while the others try the lock word, which lies `bytesApart` before them. Near enough, and every try takes
/// the holder's data away.
///
/// - **Guarantee** the lock word is the first of a line; what the lock protects is counted, and a count that is
///   wrong is an error.
/// - **Cost** beside the accesses about two nanoseconds an acquisition.
/// - **Left out** writes that follow each other at once: a processor keeps them in its store buffer, reads them
///   there, and does not notice who has the line.
/// - **Source** T. Anderson, IEEE TPDS 1(1), 1990, §III: spinning slows the holder down when its data share the
///   lock's line.
///
/// @param bytesApart from the lock word to the data, a multiple of 4
/// @param writes how many words the holder adds to, one after the other
/// @param workNanos time that it computes after each
/// @param threads how many want the lock
/// @param windowMillis how long; of a few windows the one counts in which the threads ran together most
public record GuardedData(int bytesApart, int writes, int workNanos, int threads, int windowMillis)
        implements Scenario<GuardedData.Wait, GuardedData.Row> {
    private static final int WORDS = 8; // of data; the store buffer does not answer for the next one

    /// How the others wait.
    public enum Wait {
        /// They swap until it is theirs: test-and-set.
        SWAP,
        /// They look, and swap when it is free: test-and-test-and-set.
        LOOK
    }

    /// What one trial gives.
    public record Row(double acquisitionsPerMicrosecond) {}

    /// Two threads, sixteen writes 50 ns apart, the data next to the lock word, for two milliseconds.
    public GuardedData() {
        this(4, 16, 50, 2, 2);
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public GuardedData {
        Contention.atLeast(4, bytesApart, "bytesApart");
        Contention.atLeast(0, writes, "writes");
        Contention.atLeast(0, workNanos, "workNanos");
        Contention.atLeast(1, threads, "threads");
        Contention.atLeast(1, windowMillis, "windowMillis");
    }

    @Override
    public Row run(Wait wait, Trial trial) throws Exception {
        Crew.Work work = LeastDisturbed.of(() -> window(wait == Wait.LOOK, trial));
        return new Row(work.perMicrosecond());
    }

    private Crew.Work window(boolean look, Trial trial) throws Exception {
        AlignedWords words = new AlignedWords(bytesApart + 4L * (WORDS - 1));
        int[] passes = new int[threads * 32]; // each thread's own, 128 bytes apart
        Crew.Work work = trial.crew().window(threads, Duration.ofMillis(windowMillis), worker -> {
            int pass = 0;
            while (worker.next()) {
                do {
                    while (look && words.getAcquire(0) != 0) {
                        Thread.onSpinWait();
                    }
                } while (words.getAndSet(0, 1) != 0);
                for (int i = 0; i < writes; i++) {
                    words.addOpaque(bytesApart + 4L * (i % WORDS), 1);
                    worker.spend(workNanos);
                }
                words.setRelease(0, 0);
                pass++;
            }
            passes[worker.number() * 32] = pass;
        });
        int all = Arrays.stream(passes).sum() * writes;
        int left = 0;
        for (int i = 0; i < WORDS; i++) {
            left += words.getAcquire(bytesApart + 4L * i);
        }
        if (left != all) {
            throw new IllegalStateException("no mutual exclusion: " + left + " writes of " + all + " are left");
        }
        return work;
    }

    @Override
    public String caveat(HostCard host) {
        return Crowded.caveat(host, threads);
    }
}
