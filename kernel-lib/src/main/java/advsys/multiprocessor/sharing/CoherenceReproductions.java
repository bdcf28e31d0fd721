package advsys.multiprocessor.sharing;

import advsys.lab.Experiment;
import advsys.lab.Reproduction;
import advsys.lab.Results;
import advsys.multiprocessor.protocol.Accesses;
import advsys.multiprocessor.protocol.Dci;
import advsys.multiprocessor.protocol.Directory;
import advsys.multiprocessor.protocol.Mesi;
import advsys.multiprocessor.protocol.Msi;
import advsys.multiprocessor.protocol.Protocol;
import advsys.multiprocessor.protocol.Walk;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/// The published figures of chapter 02, and how they are measured here: three are counts, the same in every trial, one
/// is time on the host's cores.
///
/// - **Guarantee** both sides of a ratio of times are measured in turns in the same run.
/// - **Cost** milliseconds for a count; some seconds for the time, with fifteen trials.
/// - **Source** of each figure: `data/figures.tsv`.
public final class CoherenceReproductions implements Reproduction.Chapter {
    private static final int STORES = 16;

    @Override
    public List<Reproduction> reproductions() {
        return List.of(
                new Reproduction(
                        "goodman.write-back",
                        "messages of DCI for sixteen stores and an eviction, over those for one",
                        1,
                        trials -> same(trials, (double) writes(STORES) / writes(1))),
                new Reproduction(
                        "papamarcos.exclusive",
                        "bus transactions of MSI over those of MESI, for data that one CPU uses",
                        1,
                        trials -> same(trials, (double) transactions(Msi.protocol()) / transactions(Mesi.protocol()))),
                new Reproduction(
                        "course.three-hops",
                        "hops of a load of what a third node has modified",
                        1,
                        trials -> same(trials, (double) hops())),
                new Reproduction(
                        "linux.false-sharing",
                        "time for an addition, two threads, words side by side over words 128 bytes apart",
                        2,
                        CoherenceReproductions::sideBySideOverPadded));
    }

    private static double[] same(int trials, double count) {
        double[] all = new double[trials];
        Arrays.fill(all, count);
        return all;
    }

    private static long writes(int stores) {
        return count(Dci.protocol(), Accesses.of("P1 store x" + stores + ", P1 evict"), 0, "messages");
    }

    private static long transactions(Protocol protocol) {
        return count(protocol, Accesses.onlyMine(), 0, "busTransactions");
    }

    private static long hops() {
        return count(Directory.protocol(), Accesses.of("P2 store, P1 load"), 3, "lastHops");
    }

    private static long count(Protocol protocol, Accesses accesses, int home, String column) {
        Table table = Experiment.of(new Walk())
                .with("protocol", protocol)
                .with("home", home)
                .subject("accesses", accesses)
                .repeats(1)
                .run()
                .table();
        return ((Number) table.column(column).get(0)).longValue();
    }

    static double[] sideBySideOverPadded(int trials) {
        Results run = Experiment.of(new FalseSharing())
                .compare("tally", SideBySide::new, Padded::new)
                .repeats(trials)
                .run();
        return run.relativeTo("tally", "Padded")
                .where("tally", "SideBySide")
                .table()
                .numberColumn("nanosPerAdd")
                .asDoubleColumn()
                .removeMissing()
                .asDoubleArray();
    }
}
