import advsys.lab.Experiment;
import advsys.lab.HostCard;
import advsys.lab.Results;
import advsys.locks.ArrayLock;
import advsys.locks.BackoffLock;
import advsys.locks.ClhLock;
import advsys.locks.Contention;
import advsys.locks.Crowd;
import advsys.locks.McsLock;
import advsys.locks.Mutexes;
import advsys.locks.Neighbours;
import advsys.locks.TicketLock;
import advsys.locks.Waiting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What locks do when more than one thread wants them. Prints, for one JVM, a list of `{key, values}` as JSON: the
/// trials' figures, in the order of the trials, so that whoever pools several JVMs can pair them. What people want to
/// read goes to standard error.
///
///     java -cp … kernel-lib/src/bench/java/ContendedLocks.java [--quick]
public final class ContendedLocks {
    private static final int SPINS = 16; // before a waiter yields or parks
    private static final int CORES = HostCard.here().cores();

    private static final List<String> rows = new ArrayList<>();

    private ContendedLocks() {}

    public static void main(String[] arguments) {
        boolean quick = List.of(arguments).contains("--quick");
        twoThreads(quick ? 7 : 15);
        crowd(quick ? 5 : 7);
        padding(quick ? 7 : 15);
        System.out.println("[" + String.join(",\n", rows) + "]");
    }

    private static void twoThreads(int repeats) {
        Results run = Experiment.of(new Contention())
                .subject("backoff", BackoffLock::new)
                .subject("reentrant", Mutexes::reentrant)
                .subject("fair", Mutexes::fair)
                .subject("stamped", Mutexes::stamped)
                .subject("synchronized", Mutexes::monitor)
                .repeats(repeats)
                .run();
        System.err.println(run);
        for (String lock : List.of("backoff", "reentrant", "fair", "stamped", "synchronized")) {
            print("two/" + lock, run.where("subject", lock), "acquisitionsPerMicrosecond");
        }
    }

    /// As many threads as cores, and twice as many: spinning, and with each cure.
    private static void crowd(int repeats) {
        Waiting yields = Waiting.thenYield(SPINS);
        Waiting parks = Waiting.thenPark(SPINS);
        Results run = Experiment.of(new Crowd())
                .subject("ticket/spin", TicketLock::new)
                .subject("ticket/yield", () -> new TicketLock(yields))
                .subject("array/spin", ArrayLock::new)
                .subject("array/yield", () -> new ArrayLock(64, yields))
                .subject("array/park", () -> new ArrayLock(64, parks))
                .subject("MCS/spin", McsLock::new)
                .subject("MCS/yield", () -> new McsLock(yields))
                .subject("MCS/park", () -> new McsLock(parks))
                .subject("CLH/spin", ClhLock::new)
                .subject("CLH/yield", () -> new ClhLock(yields))
                .subject("CLH/park", () -> new ClhLock(parks))
                .with("threads", CORES, 2 * CORES)
                .repeats(repeats)
                .run();
        System.err.println(run);
        for (String lock : List.of("ticket", "array", "MCS", "CLH")) {
            for (String way : List.of("spin", "yield", "park")) {
                if (lock.equals("ticket") && way.equals("park")) {
                    continue; // nobody knows whom to wake
                }
                Results one = run.where("subject", lock + "/" + way);
                print("few/" + lock + "/" + way, one.where("threads", CORES), "acquisitionsPerMillisecond");
                print("crowd/" + lock + "/" + way, one.where("threads", 2 * CORES), "acquisitionsPerMillisecond");
            }
        }
    }

    private static void padding(int repeats) {
        Results run = Experiment.of(new Neighbours())
                .compare("use", Neighbours.Use.LOCK)
                .with("bytesApart", 4, 128)
                .repeats(repeats)
                .run();
        System.err.println(run);
        print("unpadded", run.where("bytesApart", 4), "nanosPerUse");
        print("padded", run.where("bytesApart", 128), "nanosPerUse");
    }

    private static void print(String key, Results rowsOfOne, String column) {
        double[] values = rowsOfOne.table().numberColumn(column).asDoubleArray();
        rows.add(String.format(
                Locale.ROOT,
                "{\"key\": \"%s\", \"values\": [%s]}",
                key,
                Arrays.stream(values)
                        .filter(Double::isFinite)
                        .mapToObj(value -> String.format(Locale.ROOT, "%.5g", value))
                        .collect(Collectors.joining(", "))));
    }
}
