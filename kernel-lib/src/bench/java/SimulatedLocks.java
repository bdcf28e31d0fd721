import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.lab.Results;
import advsys.locks.ClhLock;
import advsys.locks.Contention;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.TasLock;
import advsys.locks.TicketLock;
import advsys.locks.TtasLock;
import advsys.multiprocessor.AddressTrace;
import advsys.multiprocessor.Costs;
import advsys.multiprocessor.Multiprocessor;
import advsys.multiprocessor.protocol.Directory;
import advsys.multiprocessor.protocol.Mesi;
import advsys.multiprocessor.protocol.Moesi;
import advsys.multiprocessor.protocol.Msi;
import advsys.multiprocessor.protocol.Protocol;
import advsys.multiprocessor.protocol.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import tech.tablesaw.api.Table;

/// The figures of the simulated multiprocessor, one line of `name value` each. Run by `./workbook bench
/// multiprocessor`.
class SimulatedLocks {
    private static final ContinuationScope SCOPE = new ContinuationScope("bare");
    private static final int CYCLE_NANOS = 50;
    private static final int AHEAD = 1000; // cycles

    /// Has a mutable static field, so that it is rewritten anew for each machine that it is made for.
    public static final class Fresh implements Mutex {
        static int made;
        private final AtomicBoolean held = new AtomicBoolean();
        private final Node node = new Node();

        static final class Node {
            volatile int value;
        }

        @Override
        public void lock() {
            while (held.getAndSet(true)) {
                Thread.onSpinWait();
            }
            node.value++;
            made++;
        }

        @Override
        public void unlock() {
            held.set(false);
        }
    }

    /// Goes over an array of each thread's own.
    public static final class PrivateWork implements Runnable {
        private final ThreadLocal<long[]> own = ThreadLocal.withInitial(() -> new long[WORDS]);

        @Override
        public void run() {
            long[] mine = own.get();
            for (int i = 0; i < WORDS; i++) {
                mine[i] += i;
            }
        }
    }

    private static final int WORDS = 512;
    private static final int TICKET_MILLIS = 20; // as it has few accesses: the start is not what is measured
    private static final int REFERENCES = 4_000_000;

    public static void main(String[] arguments) throws Exception {
        int repeats = Integer.parseInt(arguments[0]);
        if (arguments.length > 1) {
            traces(repeats);
            return;
        }
        System.setProperty("advsys.quick", "false");
        long start = System.nanoTime();
        Costs.thisHost();
        print("calibrationSeconds", (System.nanoTime() - start) / 1e9);
        counts();
        for (int i = 0; i < 10; i++) {
            rewriteMillis();
        }
        for (int i = 0; i < repeats; i++) {
            print("bareSwitches", bareSwitches());
            print(
                    "strictMcs",
                    accessesPerSecond(McsLock::new, 5, Multiprocessor.mesi(64).withoutParking()));
            print(
                    "aheadMcs",
                    accessesPerSecond(McsLock::new, 5, Multiprocessor.mesi(64).lookingAhead(AHEAD)));
            print(
                    "strictTicket",
                    accessesPerSecond(
                            TicketLock::new,
                            TICKET_MILLIS,
                            Multiprocessor.mesi(64).withoutParking()));
            print(
                    "aheadTicket",
                    accessesPerSecond(
                            TicketLock::new,
                            TICKET_MILLIS,
                            Multiprocessor.mesi(64).lookingAhead(AHEAD)));
            print("strictPrivate", privateAccesses(Multiprocessor.mesi(64)));
            print("aheadPrivate", privateAccesses(Multiprocessor.mesi(64).lookingAhead(AHEAD)));
            print("figureSeconds", figureSeconds());
            print("rewriteMillis", rewriteMillis());
        }
        for (Protocol protocol : List.of(
                Msi.protocol(), Mesi.protocol(), Moesi.protocol(), Directory.protocol(), Directory.throughHome())) {
            Verdict verdict = protocol.check();
            print("check " + protocol.name().replace(' ', '-'), verdict.holds() ? verdict.millis() / 1000.0 : 1e9);
            print("states " + protocol.name().replace(' ', '-'), verdict.statesOfTwoLines());
        }
    }

    /// In a JVM of its own, as JMH forks: what the other jobs teach the compilers about caches and lines is not theirs.
    private static void traces(int repeats) throws Exception {
        Path file = trace();
        traceReferences(file); // warm, as all that is measured
        for (int i = 0; i < repeats; i++) {
            print("traceReferences", traceReferences(file));
        }
        Files.delete(file);
    }

    private static void print(String name, double value) {
        System.out.println("figure " + name + " " + value);
    }

    /// Continuations that do nothing but yield, 64 of them in turn: switches a second.
    private static double bareSwitches() {
        List<Continuation> all = new ArrayList<>();
        boolean[] over = new boolean[1];
        for (int i = 0; i < 64; i++) {
            all.add(new Continuation(SCOPE, () -> {
                while (!over[0]) {
                    Continuation.yield(SCOPE);
                }
            }));
        }
        int rounds = 40_000;
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            for (Continuation each : all) {
                each.run();
            }
        }
        long nanos = System.nanoTime() - start;
        over[0] = true;
        all.forEach(Continuation::run);
        return rounds * 64.0 / nanos * 1e9;
    }

    private static Experiment<Maker<Mutex>, Contention.Row> section(Multiprocessor machine) {
        return Experiment.of(new Contention())
                .with("machine", machine)
                .with("holdNanos", 20 * CYCLE_NANOS)
                .repeats(1);
    }

    private static double accessesPerSecond(Maker<Mutex> lock, int windowMillis, Multiprocessor machine)
            throws Exception {
        Results run = Experiment.of(new Timed(windowMillis, machine))
                .subject("lock", lock)
                .repeats(1)
                .run();
        Table table = run.table();
        double accesses = number(table, "accessesPerAcquisition") * number(table, "acquisitions");
        return accesses / number(table, "wallSeconds");
    }

    record Work(int rounds, advsys.lab.Machine machine) implements advsys.lab.Scenario<Maker<Runnable>, Work.Row> {
        record Row(double wallSeconds) {}

        @Override
        public Row run(Maker<Runnable> maker, advsys.lab.Trial trial) throws Exception {
            Runnable program = machine.make(maker);
            long start = System.nanoTime();
            machine.crew(trial).rounds(64, rounds, worker -> {
                while (worker.next()) {
                    program.run();
                }
            });
            return new Row((System.nanoTime() - start) / 1e9);
        }
    }

    private static double privateAccesses(Multiprocessor machine) {
        int rounds = 20;
        Table table = Experiment.of(new Work(rounds, machine))
                .subject("work", (Maker<Runnable>) PrivateWork::new)
                .repeats(1)
                .run()
                .table();
        return number(table, "accessesPerAcquisition") * rounds * 64 / number(table, "wallSeconds");
    }

    /// The same contention, with the host's own time beside.
    record Timed(int windowMillis, advsys.lab.Machine machine) implements advsys.lab.Scenario<Maker<Mutex>, Timed.Row> {
        record Row(double acquisitions, double wallSeconds) {}

        @Override
        public Row run(Maker<Mutex> lock, advsys.lab.Trial trial) throws Exception {
            Contention contention = new Contention(64, 20 * CYCLE_NANOS, 0, windowMillis, machine);
            long start = System.nanoTime();
            Contention.Row row = contention.run(lock, trial);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Row(row.acquisitionsPerMicrosecond() * windowMillis * 1000, seconds);
        }
    }

    private static double number(Table table, String column) {
        return ((Number) table.column(column).get(0)).doubleValue();
    }

    private static double figureSeconds() {
        long start = System.nanoTime();
        section(Multiprocessor.mesi(64))
                .compare("lock", TasLock::new, TtasLock::new, TicketLock::new, McsLock::new, ClhLock::new)
                .with("threads", 1, 2, 4, 8, 16, 32, 64)
                .with("windowMillis", 5)
                .run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double rewriteMillis() throws Exception {
        long start = System.nanoTime();
        Multiprocessor.mesi(2).make((Maker<Mutex>) Fresh::new);
        return (System.nanoTime() - start) / 1e6;
    }

    /// A loop over an array beside a walk over a table, in the cache and out of it.
    private static Path trace() throws Exception {
        StringBuilder text = new StringBuilder();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < REFERENCES / 4; i++) {
            text.append("0 ")
                    .append(Integer.toHexString(0x100000 + 8 * (i % 4096)))
                    .append('\n');
            text.append("1 ")
                    .append(Integer.toHexString(0x100000 + 8 * (i % 4096)))
                    .append('\n');
            text.append("2 ").append(Integer.toHexString(0x400 + 4 * (i % 64))).append('\n');
            text.append("0 ")
                    .append(Integer.toHexString(0x800000 + 8 * random.nextInt(1 << 15)))
                    .append('\n');
        }
        return Files.writeString(Files.createTempFile("trace", ".din"), text);
    }

    /// References a second.
    private static double traceReferences(Path file) throws Exception {
        long start = System.nanoTime();
        AddressTrace.run(Multiprocessor.mesi(1), file);
        return REFERENCES / ((System.nanoTime() - start) / 1e9);
    }

    /// Transactions an acquisition, but for the cold misses: from two windows of different length.
    private static void counts() {
        Table table = section(Multiprocessor.mesi(64))
                .compare("lock", TasLock::new, TtasLock::new, TicketLock::new, McsLock::new, ClhLock::new)
                .with("threads", 16, 64)
                .with("windowMillis", 10, 40)
                .run()
                .table();
        for (int row = 0; row < table.rowCount(); row += 2) {
            double[] acquisitions = new double[2];
            double[] transactions = new double[2];
            for (int i = 0; i < 2; i++) {
                acquisitions[i] = at(table, "acquisitionsPerMicrosecond", row + i) * (i == 0 ? 10_000 : 40_000);
                transactions[i] = at(table, "busTransactionsPerAcquisition", row + i) * acquisitions[i];
            }
            print(
                    "transactions " + table.stringColumn("lock").get(row) + " " + (int) at(table, "threads", row),
                    (transactions[1] - transactions[0]) / (acquisitions[1] - acquisitions[0]));
        }
        Table longer = section(Multiprocessor.mesi(64))
                .compare("lock", TasLock::new, TtasLock::new, TicketLock::new, McsLock::new, ClhLock::new)
                .with("threads", 16)
                .with("holdNanos", 200 * CYCLE_NANOS, 2000 * CYCLE_NANOS)
                .with("windowMillis", 100)
                .run()
                .table();
        for (int row = 0; row < longer.rowCount(); row += 2) {
            print(
                    "growth " + longer.stringColumn("lock").get(row),
                    at(longer, "busTransactionsPerAcquisition", row + 1)
                            / at(longer, "busTransactionsPerAcquisition", row));
        }
    }

    private static double at(Table table, String column, int row) {
        return ((Number) table.column(column).get(row)).doubleValue();
    }
}
