package advsys.locks;

import advsys.lab.Crew;
import advsys.lab.HostCard;
import advsys.lab.LeastDisturbed;
import advsys.lab.Scenario;
import advsys.lab.Trial;

/// Two threads pass a number to and fro: how long does a cache line take from one core to the other and back? All
/// that a lock can do between two cores is made of such journeys.
///
/// - **Guarantee** each round is one message each way; neither thread goes on before it has seen the other's.
/// - **Cost** nothing beside the accesses. A thread that waits long yields, so that the other may run.
/// - **Source** the ping-pong of L. McVoy, C. Staelin, "lmbench: portable tools for performance analysis", USENIX
///   1996, with memory in place of a pipe.
///
/// @param bytesApart from the word that the first writes to that of the second; 0 when it is the same
/// @param rounds how often there and back; of a few tries the one counts in which the threads ran together most
public record RoundTrip(int bytesApart, int rounds) implements Scenario<RoundTrip.Write, RoundTrip.Row> {
    private static final int PATIENCE = 20_000; // spins: far longer than any journey

    /// How a message is written.
    public enum Write {
        /// By a store.
        STORE,
        /// By a swap: one indivisible step.
        SWAP
    }

    /// What one trial gives.
    ///
    /// @param nanosPerRoundTrip there and back
    public record Row(double nanosPerRoundTrip) {}

    /// Words on lines of their own, five thousand rounds.
    public RoundTrip() {
        this(128, 5_000);
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public RoundTrip {
        Contention.atLeast(0, bytesApart, "bytesApart");
        Contention.atLeast(1, rounds, "rounds");
    }

    @Override
    public Row run(Write write, Trial trial) throws Exception {
        Crew.Work work = LeastDisturbed.of(() -> rounds(write == Write.SWAP, trial));
        return new Row(work.nanosPerRound() * 2); // each thread counts each round
    }

    @SuppressWarnings("ThreadPriorityCheck") // yields only where the other has no core to run on
    private Crew.Work rounds(boolean swap, Trial trial) throws Exception {
        AlignedWords words = new AlignedWords(bytesApart);
        return trial.crew().rounds(2, rounds, worker -> {
            boolean first = worker.number() == 0;
            long mine = first ? 0 : bytesApart;
            long theirs = first ? bytesApart : 0;
            int message = first ? 1 : 2; // the first sends odd numbers and waits for the even one that follows
            int expected = first ? 2 : 1;
            while (worker.next()) {
                if (first) {
                    send(words, swap, mine, message);
                }
                for (int spins = 0; words.getAcquire(theirs) != expected; spins++) {
                    if (spins < PATIENCE) {
                        Thread.onSpinWait();
                    } else {
                        Thread.yield();
                    }
                }
                if (!first) {
                    send(words, swap, mine, message);
                }
                message += 2;
                expected += 2;
            }
        });
    }

    private static void send(AlignedWords words, boolean swap, long offset, int message) {
        if (swap) {
            words.getAndSet(offset, message);
        } else {
            words.setRelease(offset, message);
        }
    }

    @Override
    public String caveat(HostCard host) {
        return Crowded.caveat(host, 2);
    }
}
