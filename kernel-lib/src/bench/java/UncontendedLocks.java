import advsys.lab.Crew;
import advsys.lab.Experiment;
import advsys.lab.HostCard;
import advsys.lab.Maker;
import advsys.lab.Results;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import advsys.locks.ClhLock;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.TasLock;
import advsys.locks.TicketLock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/// What an acquisition costs when nobody else wants the lock, beside `synchronized` on an object that other threads
/// have used. Prints a list of rows as JSON; what people want to read goes to standard error.
///
///     java -cp … kernel-lib/src/bench/java/UncontendedLocks.java [--quick]
///
/// The compiler may not cheat. It drops a lock on an object that only one thread can reach: all locks here are
/// reachable by others, through a static field, and another thread has held each. It merges neighbouring critical
/// sections of one loop: between two sections the lab's worker writes in opaque mode and branches, which no merging
/// crosses. A subject with a single swap checks the result: no lock is cheaper than that. `-XX:-EliminateLocks` gives
/// the same figures.
public final class UncontendedLocks {
    private static final double QUEUE_BAR = 2.5;
    private static final double TAS_BAR = 1.5;
    private static final double TICKET_BAR = 2;

    static volatile Object reachable; // what a static field holds may be used by anybody
    static final long[] protectedNumbers = new long[64]; // the one in the middle has its line to itself

    /// A critical section: enter, add one, leave.
    public interface Section {
        void pass();
    }

    /// One thread passes again and again.
    public record Alone(int windowMillis) implements Scenario<Maker<Section>, Alone.Row> {
        public record Row(double nanosPerPass) {}

        public Alone() {
            this(20); // long enough for the compilers to have their say while the lab warms up
        }

        @Override
        public Row run(Maker<Section> maker, Trial trial) throws Exception {
            Section section = maker.make();
            reachable = section;
            Thread other = new Thread(section::pass);
            other.start();
            other.join();
            Crew.Work work = trial.crew().window(1, Duration.ofMillis(windowMillis), worker -> {
                while (worker.next()) {
                    section.pass();
                }
            });
            return new Row(work.nanosPerRound());
        }
    }

    record Nothing() implements Section {
        @Override
        public void pass() {
            protectedNumbers[32]++;
        }
    }

    record OneSwap(AtomicBoolean word) implements Section {
        @Override
        public void pass() {
            word.getAndSet(true);
            protectedNumbers[32]++;
        }
    }

    record Monitor(Object shared) implements Section {
        @Override
        public void pass() {
            synchronized (shared) {
                protectedNumbers[32]++;
            }
        }
    }

    record Mcs(McsLock lock, McsLock.Node node) implements Section {
        @Override
        public void pass() {
            lock.lock(node);
            protectedNumbers[32]++;
            lock.unlock(node);
        }
    }

    /// The thread's view of the lock holds its node.
    record Clh(Mutex seat) implements Section {
        @Override
        public void pass() {
            seat.lock();
            protectedNumbers[32]++;
            seat.unlock();
        }
    }

    record Ticket(TicketLock lock) implements Section {
        @Override
        public void pass() {
            lock.lock();
            protectedNumbers[32]++;
            lock.unlock();
        }
    }

    record Tas(TasLock lock) implements Section {
        @Override
        public void pass() {
            lock.lock();
            protectedNumbers[32]++;
            lock.unlock();
        }
    }

    public static void main(String[] arguments) {
        int repeats = List.of(arguments).contains("--quick") ? 11 : 31;
        Results run = Experiment.of(new Alone())
                .subject("nothing", Nothing::new)
                .subject("one swap", () -> new OneSwap(new AtomicBoolean()))
                .subject("synchronized", () -> new Monitor(new Object()))
                .subject("MCS", () -> new Mcs(new McsLock(), new McsLock.Node()))
                .subject("CLH", () -> new Clh(new ClhLock().forThisThread()))
                .subject("ticket", () -> new Ticket(new TicketLock()))
                .subject("TAS", () -> new Tas(new TasLock()))
                .repeats(repeats)
                .run();
        System.err.println(run);
        double nothing = quiet(run, "nothing");
        double swap = quiet(run, "one swap") - nothing;
        double monitor = quiet(run, "synchronized") - nothing;
        String detail = String.format(
                Locale.ROOT,
                "ns, lower quartile of %d windows of 20 ms, the empty loop of %.2f taken off; one swap %.2f; %s",
                repeats,
                nothing,
                swap,
                "others took %.0f %% of the host"
                        .formatted(100 * HostCard.here().busy()));
        System.out.println("["
                + String.join(
                        ",\n",
                        row("TAS, uncontended", TAS_BAR, quiet(run, "TAS") - nothing, monitor, swap, detail),
                        row("ticket, uncontended", TICKET_BAR, quiet(run, "ticket") - nothing, monitor, swap, detail),
                        row(
                                "MCS, node passed in, uncontended",
                                QUEUE_BAR,
                                quiet(run, "MCS") - nothing,
                                monitor,
                                swap,
                                detail),
                        row(
                                "CLH, node passed in, uncontended",
                                QUEUE_BAR,
                                quiet(run, "CLH") - nothing,
                                monitor,
                                swap,
                                detail))
                + "]");
    }

    private static String row(String job, double bar, double ours, double peer, double swap, String detail) {
        double ratio = ours / peer;
        String verdict = ratio <= bar ? "holds" : "falls short";
        if (peer < 0.8 * swap) {
            verdict = "cannot tell here: synchronized took less than one swap, so the compiler has dropped it";
        }
        return String.format(
                Locale.ROOT,
                "{\"job\": \"%s\", \"ours\": %.3f, \"peer\": %.3f, \"ratio\": %.3f, \"bar\": \"≤ %s × synchronized\","
                        + " \"verdict\": \"%s\", \"detail\": \"%s\"}",
                job,
                ours,
                peer,
                ratio,
                bar,
                verdict,
                detail);
    }

    /// Nanoseconds of a pass when nothing disturbed it: the lower quartile. What else runs on the host only adds.
    private static double quiet(Results run, String subject) {
        double[] sorted = run.where("subject", subject)
                .table()
                .doubleColumn("nanosPerPass")
                .asDoubleArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 4];
    }
}
