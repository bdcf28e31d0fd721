package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.MutexExam;
import java.time.Duration;

/// Is only one inside at a time, and does it see what the one before has written? Asked of the lock's steps in
/// orders by dice, then of the lock on this host's cores.
///
/// - **Guarantee** a failure is a fault of the lock (see [MutexExam] and [advsys.locks.exam.TurnSearch]).
/// - **Cost** every core of the host for a second, after half a second of one.
/// - **Source** E. W. Dijkstra, CACM 8(9), 1965.
///
/// @param exam visitors and time
public record MutualExclusion(MutexExam exam) implements Law<Maker<Mutex>, Examined>, ByExam {
    /// Three visitors at most, for a second.
    public MutualExclusion() {
        this(new MutexExam().visitors(3).limit(Duration.ofSeconds(1)));
    }

    @Override
    public String name() {
        return "mutual exclusion";
    }

    @Override
    public String question() {
        return "is only one inside at a time, and does the next one see what it wrote?";
    }

    @Override
    public Judgement judge(Examined found) {
        return Faults.judge(found, "one inside at a time");
    }
}
