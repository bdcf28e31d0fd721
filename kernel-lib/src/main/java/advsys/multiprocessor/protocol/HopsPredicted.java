package advsys.multiprocessor.protocol;

import advsys.lab.Experiment;
import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/// Is a prediction of hops right, for every place of reader, home and owner on three nodes?
///
/// - **Guarantee** exact: what the directory's tables do is counted.
/// - **Cost** a few milliseconds.
/// - **Source** the kinds of misses are those of D. Lenoski and others, ISCA 1990.
///
/// @param protocol which directory
public record HopsPredicted(Protocol protocol) implements Law<Maker<HopCount>, HopsPredicted.Seen> {
    private static final int NODES = 3;

    /// A case: what was predicted and what was counted.
    public record Case(int reader, int home, int owner, int predicted, int counted) {
        String story() {
            return "node " + reader + " loads, its home is node " + home + ", "
                    + (owner == 0 ? "memory has the last value" : "node " + owner + " has modified it");
        }
    }

    /// All cases.
    public record Seen(List<Case> cases) {
        public Seen {
            cases = List.copyOf(cases);
        }
    }

    @Override
    public String name() {
        return "hops predicted";
    }

    @Override
    public String question() {
        return "is it right wherever reader, home and owner are?";
    }

    @Override
    public Seen observe(Maker<HopCount> maker, long seed) throws Exception {
        HopCount prediction = maker.make();
        List<Case> cases = new ArrayList<>();
        for (int owner = 0; owner <= NODES; owner++) {
            for (int home = 1; home <= NODES; home++) {
                for (int reader = 1; reader <= NODES; reader++) {
                    if (reader != owner) {
                        cases.add(new Case(
                                reader,
                                home,
                                owner,
                                prediction.hops(reader, home, owner),
                                counted(reader, home, owner)));
                    }
                }
            }
        }
        return new Seen(cases);
    }

    private int counted(int reader, int home, int owner) {
        String load = "P" + reader + " load";
        Table table = Experiment.of(new Walk())
                .with("protocol", protocol)
                .with("home", home)
                .subject("accesses", Accesses.of(owner == 0 ? load : "P" + owner + " store, " + load))
                .repeats(1)
                .run()
                .table();
        return ((Number) table.column("lastHops").get(0)).intValue();
    }

    @Override
    public Judgement judge(Seen seen) {
        for (Case each : seen.cases) {
            if (each.predicted != each.counted) {
                return new Judgement.Fails(
                        each.counted + " hops",
                        each.predicted + " predicted",
                        "Placement decides what a miss costs: who cannot predict it cannot place data.",
                        "Draw the messages from node to node. Which of them stay within one node?",
                        each.story() + ": " + each.counted + " hops");
            }
        }
        return new Judgement.Holds("right in all " + seen.cases.size() + " cases");
    }
}
