package advsys.locks;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.lab.Reproduction;
import advsys.lab.Results;
import java.util.List;
import tech.tablesaw.api.Table;

/// The published figures about locks that two cores can show, and how they are measured here: mostly as the ratio of
/// two locks, or of two settings of one, trial by trial.
///
/// - **Guarantee** both sides of a ratio are measured in turns in the same run.
/// - **Cost** about two seconds each, with fifteen trials.
/// - **Source** of each figure: `data/figures.tsv`.
public final class LockReproductions implements Reproduction.Chapter {
    private static final String RATE = "acquisitionsPerMicrosecond";

    @Override
    public List<Reproduction> reproductions() {
        return List.of(
                new Reproduction(
                        "anderson.backoff",
                        "acquisitions, two threads, BackoffLock over TtasLock",
                        2,
                        trials -> locks(RATE, 2, trials, "backoff", BackoffLock::new, "ttas", TtasLock::new)),
                new Reproduction(
                        "anderson.uncontended",
                        "acquisitions, one thread, TasLock over ArrayLock",
                        1,
                        trials -> locks(RATE, 1, trials, "tas", TasLock::new, "array", ArrayLock::new)),
                new Reproduction(
                        "mit.uncontended",
                        "acquisitions, one thread, TicketLock over McsLock with its node in hand",
                        1,
                        trials -> locks(RATE, 1, trials, "ticket", TicketLock::new, "mcs", McsLock::new)),
                new Reproduction("mcs.fair", "Jain's index of McsLock, two threads", 2, LockReproductions::fairness),
                new Reproduction(
                        "dice.bypass",
                        "the most often that a thread was overtaken, two threads, TasLock over McsLock",
                        2,
                        trials -> locks("mostOvertaken", 2, trials, "tas", TasLock::new, "mcs", McsLock::new)),
                new Reproduction(
                        "he.preemption",
                        "acquisitions of McsLock, as many threads as cores over twice as many",
                        2,
                        trials -> crowd(McsLock::new, trials)),
                new Reproduction(
                        "wisniewski.queue",
                        "acquisitions of ClhLock, as many threads as cores over twice as many",
                        2,
                        trials -> crowd(ClhLock::new, trials)),
                new Reproduction(
                        "he.scale-poorly",
                        "acquisitions of TasLock, one thread over two",
                        2,
                        trials -> threads(TasLock::new, 1, 2, trials)),
                new Reproduction("jdk.fair", "acquisitions, two threads, barging over fair", 2, Peers::bargingOverFair),
                new Reproduction("goetz.fair", "the same", 2, Peers::bargingOverFair),
                new Reproduction("jdk.long-adder", "increments, two threads", 2, Peers::stripedOverAtomic),
                new Reproduction(
                        "jdk.false-sharing",
                        "time for a swap and a store, two threads, on words side by side over words 128 bytes apart",
                        2,
                        Peers::apartOverNeighbours));
    }

    /// One lock over another, trial by trial.
    static double[] locks(
            String column, int threads, int trials, String above, Maker<Mutex> one, String below, Maker<Mutex> other) {
        Results run = Experiment.of(new Contention())
                .subject(above, one)
                .subject(below, other)
                .with("threads", threads)
                .repeats(trials)
                .run();
        return numbers(run.relativeTo("subject", below).where("subject", above), column);
    }

    private static double[] fairness(int trials) {
        Results run = Experiment.of(new Contention())
                .subject("mcs", (Maker<Mutex>) McsLock::new)
                .with("threads", 2)
                .repeats(trials)
                .run();
        return numbers(run, "jainIndex");
    }

    private static double[] crowd(Maker<Mutex> lock, int trials) {
        int cores = Runtime.getRuntime().availableProcessors();
        return threads(lock, cores, 2 * cores, trials);
    }

    /// One number of threads over another, trial by trial.
    static double[] threads(Maker<Mutex> lock, int few, int many, int trials) {
        Results run = Experiment.of(new Contention())
                .subject("lock", lock)
                .with("threads", few, many)
                .repeats(trials)
                .run();
        return numbers(run.relativeTo("threads", many).where("threads", few), RATE);
    }

    /// The numbers of a column; trials that gave none are left out.
    static double[] numbers(Results run, String column) {
        Table table = run.table();
        return table.numberColumn(column).asDoubleColumn().removeMissing().asDoubleArray();
    }
}
