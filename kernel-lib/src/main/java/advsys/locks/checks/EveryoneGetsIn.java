package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.MutexExam;
import java.time.Duration;

/// Does the lock go on when there are more visitors than cores, and those inside or waiting lose their processor at any
/// moment? Nobody may be forgotten on hand-over, and no round may leave the lock unfit for the next. Asked of the
/// lock's
/// steps in orders by dice, then of the lock on this host's cores.
///
/// - **Guarantee** a failure is a fault of the lock (see [MutexExam]): a host that is slow is not taken for a hang.
/// - **Cost** every core of the host for a second, after half a second of one.
/// - **Source** deadlock freedom as in M. Herlihy and N. Shavit, *The Art of Multiprocessor Programming*, chapter 2.
///
/// @param exam visitors and time
public record EveryoneGetsIn(MutexExam exam) implements Law<Maker<Mutex>, Examined>, ByExam {
    /// Two visitors more than there are cores, for a second.
    public EveryoneGetsIn() {
        this(new MutexExam()
                .visitors(Runtime.getRuntime().availableProcessors() + 2)
                .limit(Duration.ofSeconds(1)));
    }

    @Override
    public String name() {
        return "everyone gets in";
    }

    @Override
    public String question() {
        return "does somebody always get in, with more visitors than cores?";
    }

    @Override
    public Judgement judge(Examined found) {
        return Faults.judge(found, "one inside at a time, in a crowd too");
    }
}
