package advsys.locks.checks;

import advsys.lab.Experiment;
import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Results;
import advsys.locks.Contention;
import advsys.locks.Mutex;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tech.tablesaw.api.Table;

/// Does an acquisition take only a few transactions of the bus, however many wait?
///
/// - **Guarantee** counted on a simulated machine: the same on every host.
/// - **Cost** some tens of milliseconds.
/// - **Source** J. Mellor-Crummey, M. Scott, ACM TOCS 9(1), 1991: O(1) remote references for an acquisition.
///
/// @param machine a simulated one with a bus
/// @param threads how many contend
/// @param most how many transactions an acquisition may take
public record FewTransactions(Machine machine, int threads, double most)
        implements Law<Maker<Mutex>, FewTransactions.Seen> {
    private static final String COLUMN = "busTransactionsPerAcquisition";
    private static final int NANOS = 1000; // inside, and outside
    private static final Pattern THREW = Pattern.compile("threw (\\w+(?:Exception|Error).*)");

    /// The count; below 0 when there is none, and why.
    public record Seen(double transactions, String problem) {}

    @Override
    public String name() {
        return "few transactions";
    }

    @Override
    public String question() {
        return "does an acquisition take at most " + most + " bus transactions, with " + threads + " threads?";
    }

    @Override
    public Seen observe(Maker<Mutex> lock, long seed) throws Exception {
        Results run = Experiment.of(new Contention())
                .with("machine", machine)
                .with("threads", threads)
                .with("holdNanos", NANOS)
                .with("gapNanos", NANOS)
                .with("windowMillis", 1)
                .subject("lock", lock)
                .repeats(1)
                .seed(seed)
                .run();
        Table table = run.table();
        if (table.stringColumn("outcome").get(0).equals("ok") && table.containsColumn(COLUMN)) {
            return new Seen(((Number) table.column(COLUMN).get(0)).doubleValue(), "");
        }
        Matcher threw = THREW.matcher(run.toString());
        return new Seen(-1, threw.find() ? threw.group(1) : "it came to no end");
    }

    @Override
    public Judgement judge(Seen seen) {
        if (seen.problem.contains("class file is not to be had")) {
            return new Judgement.CannotJudge(
                    "the simulated machine needs the class's code, and this kernel has not kept it",
                    "Run the notebook with the kernel of this workbook.");
        }
        if (seen.transactions < 0) {
            return Faults.notCounted(seen.problem);
        }
        String got = String.format(Locale.ROOT, "%.1f transactions an acquisition", seen.transactions);
        return seen.transactions <= most
                ? new Judgement.Holds(got + ", with " + threads + " threads")
                : new Judgement.Fails(
                        "at most " + most + " transactions an acquisition",
                        got,
                        "On a bus that everybody shares, what waiters do is done to everybody.",
                        "Whom does a release disturb? On which line does each waiter spin, and who else does?",
                        threads + " threads on " + machine + ": " + got);
    }
}
