package advsys.multiprocessor.sharing;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Machine;
import advsys.lab.Maker;

/// Is the sum what was added?
///
/// - **Guarantee** on a simulated machine, the same verdict every time.
/// - **Cost** some milliseconds.
/// - **Source** ours.
///
/// @param machine to run it on
public record NothingLost(Machine machine) implements Law<Maker<Tally>, NothingLost.Seen> {
    /// How the run ended, and what the sum did not have.
    public record Seen(String problem, boolean unknown, long lost) {}

    @Override
    public String name() {
        return "nothing lost";
    }

    @Override
    public String question() {
        return "is the sum of " + TallyRun.WORKERS + " workers what they have added?";
    }

    @Override
    public Seen observe(Maker<Tally> maker, long seed) throws Exception {
        TallyRun run = TallyRun.of(maker, machine, seed);
        return new Seen(run.problem(), run.unknown(), run.lost());
    }

    @Override
    public Judgement judge(Seen seen) {
        if (seen.unknown) {
            return TallyRun.notHere();
        }
        int all = TallyRun.WORKERS * TallyRun.ADDS;
        if (seen.problem.isEmpty() && seen.lost == 0) {
            return new Judgement.Holds(all + " additions by " + TallyRun.WORKERS + " workers, and all are there");
        }
        String got = seen.problem.isEmpty() ? all - seen.lost + " in the sum" : seen.problem;
        return new Judgement.Fails(
                all + " additions, all in the sum",
                got,
                "A count that is fast and wrong counts nothing.",
                "Do two workers ever read the same word, add one, and write it back? Is every worker's word in the sum?",
                TallyRun.WORKERS + " workers, " + TallyRun.ADDS + " additions each: " + got);
    }
}
