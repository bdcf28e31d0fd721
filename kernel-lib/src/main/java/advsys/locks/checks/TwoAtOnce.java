package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.TurnSearch;
import java.util.Optional;

/// Can a thread hold two locks of this class at once? They must not share anything: a node that belongs to the
/// thread and not to the lock is in two queues then.
///
/// - **Guarantee** a failure is a fault of the lock, and repeatable by its seed.
/// - **Cost** a second of one core.
/// - **Source** M. Herlihy and N. Shavit, *The Art of Multiprocessor Programming*, exercise on nested locks,
///   chapter 7.
public record TwoAtOnce() implements Law<Maker<Mutex>, TwoAtOnce.Seen> {
    /// What the search has found, unless the code cannot be made to take turns.
    public record Seen(Optional<TurnSearch.Seen> search) {}

    @Override
    public String name() {
        return "two at once";
    }

    @Override
    public boolean tells() {
        return true;
    }

    @Override
    public String question() {
        return "can one thread hold two such locks at the same time?";
    }

    @Override
    public Seen observe(Maker<Mutex> lock, long seed) throws Exception {
        return new Seen(Effort.search(2, 3, seed).search(lock));
    }

    @Override
    public Judgement judge(Seen seen) {
        if (seen.search.isEmpty()) {
            return Faults.notInTurns();
        }
        TurnSearch.Seen search = seen.search.get();
        return search.found()
                .<Judgement>map(schedule -> new Judgement.Fails(
                        "two locks that know nothing of each other",
                        schedule.verdict() + " with two locks",
                        "Programs nest their locks: who moves money holds two accounts. A lock that works only by itself"
                                + " fails where it is needed.",
                        "What do the two locks share? Look at what is static, and at what belongs to a thread.",
                        schedule.end(),
                        Lanes.of(schedule)))
                .orElseGet(() -> new Judgement.Holds(
                        "no fault found in " + search.orders() + " orders of steps: evidence, not proof"));
    }
}
