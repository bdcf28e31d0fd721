package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.Counted;
import java.util.Locale;
import java.util.Optional;

/// Do those who wait for this lock write to shared memory less often than those who wait for another? Every write, a
/// failed swap too, takes the line away from all the others, the holder included.
///
/// - **Guarantee** counted, not measured: the same on every host.
/// - **Cost** a tenth of a second to a second.
/// - **Source** T. Anderson, IEEE TPDS 1(1), 1990, §III and §IV.
///
/// @param reference the lock to be quieter than
/// @param threads how many contend
public record Quieter(Maker<Mutex> reference, int threads) implements Law<Maker<Mutex>, Quieter.Seen> {
    private static final double MARGIN = 0.9;
    private static final int VISITS = 8;

    /// Both counts; `subject` is missing when its code cannot be made to take turns.
    public record Seen(Optional<Counted> subject, Counted reference) {}

    /// Eight threads: with fewer, the queue locks write as often as some that spin.
    public Quieter(Maker<Mutex> reference) {
        this(reference, 8);
    }

    @Override
    public String name() {
        return "quieter";
    }

    @Override
    public boolean tells() {
        return true;
    }

    @Override
    public String question() {
        return "do its waiters write less often than those of the lock it is compared with?";
    }

    @Override
    public Seen observe(Maker<Mutex> lock, long seed) throws Exception {
        return new Seen(
                Counted.of(lock, threads, VISITS, seed),
                Counted.of(reference, threads, VISITS, seed).orElseThrow());
    }

    @Override
    public Judgement judge(Seen seen) {
        if (seen.subject.isEmpty()) {
            return Faults.notInTurns();
        }
        Counted mine = seen.subject.get();
        if (!mine.problem().isEmpty()) {
            return Faults.notCounted(mine.problem());
        }
        String got = line(mine);
        String other = line(seen.reference);
        if (mine.writesPerAcquisition() <= MARGIN * seen.reference.writesPerAcquisition()) {
            return new Judgement.Holds(got + "; " + other);
        }
        return new Judgement.Fails(
                "fewer writes while waiting than " + other,
                got,
                "A write that changes nothing still takes the line from everybody else: the holder's own write to give"
                        + " the lock up has to queue behind it.",
                mine.pauses() == 0 && mine.loops() == 0
                        ? "It never waits at all. What does a thread do that does not get the lock?"
                        : "Which of your waiter's operations write, even when they change nothing? And what does one do"
                                + " that has just lost against another?",
                "");
    }

    private static String line(Counted counted) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f writes an acquisition (%d threads, %d acquisitions)",
                counted.subject(),
                counted.writesPerAcquisition(),
                counted.threads(),
                counted.acquisitions());
    }
}
