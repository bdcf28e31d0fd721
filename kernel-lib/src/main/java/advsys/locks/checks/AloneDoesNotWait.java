package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.Counted;
import java.util.Optional;

/// Does a thread that is alone get the lock at once: without a pause, and with a few accesses to shared memory?
///
/// - **Guarantee** counted, not measured: the same on every host.
/// - **Cost** milliseconds.
/// - **Source** L. Lamport, "A fast mutual exclusion algorithm", ACM TOCS 5(1), 1987: the case that matters most is the
///   one without contention.
public record AloneDoesNotWait() implements Law<Maker<Mutex>, AloneDoesNotWait.Seen> {
    private static final int VISITS = 20;
    private static final int ACCESSES = 40; // for lock and unlock together; MCS and CLH need fewer than ten
    private static final int LOOPS = 8;

    /// The count, unless the code cannot be made to take turns.
    public record Seen(Optional<Counted> counted) {}

    @Override
    public String name() {
        return "alone it does not wait";
    }

    @Override
    public boolean tells() {
        return true;
    }

    @Override
    public String question() {
        return "does a thread that is alone get in without a pause?";
    }

    @Override
    public Seen observe(Maker<Mutex> lock, long seed) throws Exception {
        return new Seen(Counted.of(lock, 1, VISITS, seed));
    }

    @Override
    public Judgement judge(Seen seen) {
        if (seen.counted.isEmpty()) {
            return Faults.notInTurns();
        }
        Counted counted = seen.counted.get();
        if (!counted.problem().isEmpty()) {
            return Faults.notCounted(counted.problem());
        }
        String figures = counted.pauses() + " pauses, " + counted.loops() + " rounds of loops and " + counted.accesses()
                + " accesses to shared memory in " + VISITS + " acquisitions";
        if (counted.pauses() == 0 && counted.loops() <= LOOPS * VISITS && counted.accesses() <= ACCESSES * VISITS) {
            return new Judgement.Holds(figures);
        }
        return new Judgement.Fails(
                "no pause, and a handful of accesses",
                figures,
                "Most locks are free most of the time. What is paid then is paid by everybody, always.",
                "Follow one thread through `lock` while nobody else is there. Which line makes it wait, and for whom?",
                "");
    }
}
