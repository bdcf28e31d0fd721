package advsys.multiprocessor.sharing;

import advsys.lab.Experiment;
import advsys.lab.Judgement;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Results;
import advsys.lab.Trace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tech.tablesaw.api.Table;

/// A [Tally] on a simulated machine, for checks: what the machine says of it, and how it ended.
///
/// @param problem what went wrong; "" when it came to its end
/// @param lost additions that the sum does not have
/// @param invalidations copies that the workers lost to each other
record TallyRun(String problem, long lost, long invalidations) {
    static final int WORKERS = 8;
    static final int ADDS = 20;
    private static final Pattern THREW = Pattern.compile("threw (\\w+(?:Exception|Error).*)");

    static TallyRun of(Maker<Tally> maker, Machine machine, long seed) {
        Results run = experiment(machine)
                .subject("tally", maker)
                .repeats(1)
                .seed(seed)
                .run();
        Table table = run.table();
        if (!table.stringColumn("outcome").get(0).equals("ok")) {
            Matcher threw = THREW.matcher(run.toString());
            return new TallyRun(threw.find() ? threw.group(1) : "it came to no end", 0, 0);
        }
        double perAdd = number(table, "invalidationsPerAcquisition");
        return new TallyRun("", (long) number(table, "lost"), Math.round(perAdd * WORKERS * ADDS));
    }

    private static double number(Table table, String column) {
        return ((Number) table.column(column).get(0)).doubleValue();
    }

    static Trace trace(Maker<Tally> maker, Machine machine, long seed) {
        return experiment(machine).trace(maker, seed);
    }

    private static Experiment<Maker<Tally>, FalseSharing.Row> experiment(Machine machine) {
        return Experiment.of(new FalseSharing())
                .with("machine", machine)
                .with("threads", WORKERS)
                .with("addsEach", ADDS);
    }

    /// The class cannot be run there, and that is not its fault.
    boolean unknown() {
        return problem.contains("class file is not to be had");
    }

    static Judgement notHere() {
        return new Judgement.CannotJudge(
                "the simulated machine needs the class's code, and this kernel has not kept it",
                "Run the notebook with the kernel of this workbook.");
    }
}
