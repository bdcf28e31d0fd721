package advsys.multiprocessor.protocol;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import java.util.ArrayList;
import java.util.List;

/// Is a prediction of hops right, for every place of reader, home and owner on three nodes?
///
/// - **Guarantee** exact: what the directory's tables do is counted.
/// - **Cost** a few milliseconds.
/// - **Source** the kinds of misses are those of D. Lenoski and others, ISCA 1990.
///
/// @param protocol which directory
public record HopsPredicted(Protocol protocol) implements Law<Maker<HopCount>, HopsPredicted.Seen> {
    private static final int NODES = 3;

    /// What was predicted, case by case. What is right the judge counts itself, away from the reader's code.
    public record Seen(List<Integer> predicted) {
        public Seen {
            predicted = List.copyOf(predicted);
        }
    }

    private record Case(int reader, int home, int owner) {
        String story() {
            return "node " + reader + " loads, its home is node " + home + ", "
                    + (owner == 0 ? "memory has the last value" : "node " + owner + " has modified it");
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int owner = 0; owner <= NODES; owner++) {
            for (int home = 1; home <= NODES; home++) {
                for (int reader = 1; reader <= NODES; reader++) {
                    if (reader != owner) {
                        cases.add(new Case(reader, home, owner));
                    }
                }
            }
        }
        return cases;
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
        List<Integer> predicted = new ArrayList<>();
        for (Case each : cases()) {
            predicted.add(prediction.hops(each.reader, each.home, each.owner));
        }
        return new Seen(predicted);
    }

    private int counted(Case miss) {
        String load = "P" + miss.reader + " load";
        Accesses accesses = Accesses.of(miss.owner == 0 ? load : "P" + miss.owner + " store, " + load);
        return new Walk(protocol, miss.home, 1, 0).count(accesses).lastHops();
    }

    @Override
    public Judgement judge(Seen seen) {
        List<Case> cases = cases();
        for (int i = 0; i < cases.size(); i++) {
            int counted = counted(cases.get(i));
            if (i >= seen.predicted.size() || seen.predicted.get(i) != counted) {
                return new Judgement.Fails(
                        counted + " hops",
                        i < seen.predicted.size() ? seen.predicted.get(i) + " predicted" : "no prediction",
                        "Placement decides what a miss costs: who cannot predict it cannot place data.",
                        "Draw the messages from node to node. Which of them stay within one node?",
                        cases.get(i).story() + ": " + counted + " hops");
            }
        }
        return new Judgement.Holds("right in all " + cases.size() + " cases");
    }
}
