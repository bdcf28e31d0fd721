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
/// Neither the compiler nor the processor may cheat. The compiler drops a lock on an object that only one
/// thread can reach: all locks here are reachable by others, through a static field, and another thread has
/// held each. It merges neighbouring critical sections of the same lock: here it cannot know that the next
/// lock is the same, because an index that the last section returned chooses it. A processor may still
/// overlap a section with what is around it, so a section's own time cannot be had by taking the loop's off:
/// whole passes are compared, loop included. What the ratio would be if nothing overlapped, the loop taken
/// off, is told beside it, and the bar must hold for both.
public final class UncontendedLocks {
    private static final double QUEUE_BAR = 2.5;
    private static final double TAS_BAR = 1.5;
    private static final double TICKET_BAR = 2;

    static volatile Object reachable; // what a static field holds may be used by anybody
    static final int MIDDLE = 32; // of 64 numbers: it has its line to itself

    /// A critical section: enter, add one, leave; gives the number.
    public interface Section {
        long pass();
    }

    static long[] numbers() {
        return new long[2 * MIDDLE];
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
            Section[] alike = {section, section};
            reachable = alike;
            Thread other = new Thread(section::pass);
            other.start();
            other.join();
            Crew.Work work = trial.crew().window(1, Duration.ofMillis(windowMillis), worker -> {
                long number = 0;
                while (worker.next()) {
                    number = alike[(int) number & 1].pass();
                }
            });
            return new Row(work.nanosPerRound());
        }
    }

    record Nothing(long[] numbers) implements Section {
        @Override
        public long pass() {
            return ++numbers[MIDDLE];
        }
    }

    record OneSwap(AtomicBoolean word, long[] numbers) implements Section {
        @Override
        public long pass() {
            word.getAndSet(true);
            return ++numbers[MIDDLE];
        }
    }

    record Monitor(Object shared, long[] numbers) implements Section {
        @Override
        public long pass() {
            synchronized (shared) {
                return ++numbers[MIDDLE];
            }
        }
    }

    record Mcs(McsLock lock, McsLock.Node node, long[] numbers) implements Section {
        @Override
        public long pass() {
            lock.lock(node);
            long number = ++numbers[MIDDLE];
            lock.unlock(node);
            return number;
        }
    }

    /// The thread's view of the lock holds its node.
    record Clh(Mutex seat, long[] numbers) implements Section {
        @Override
        public long pass() {
            seat.lock();
            long number = ++numbers[MIDDLE];
            seat.unlock();
            return number;
        }
    }

    record Ticket(TicketLock lock, long[] numbers) implements Section {
        @Override
        public long pass() {
            lock.lock();
            long number = ++numbers[MIDDLE];
            lock.unlock();
            return number;
        }
    }

    record Tas(TasLock lock, long[] numbers) implements Section {
        @Override
        public long pass() {
            lock.lock();
            long number = ++numbers[MIDDLE];
            lock.unlock();
            return number;
        }
    }

    public static void main(String[] arguments) {
        int repeats = List.of(arguments).contains("--quick") ? 11 : 31;
        Results run = Experiment.of(new Alone())
                .subject("nothing", () -> new Nothing(numbers()))
                .subject("one swap", () -> new OneSwap(new AtomicBoolean(), numbers()))
                .subject("synchronized", () -> new Monitor(new Object(), numbers()))
                .subject("MCS", () -> new Mcs(new McsLock(), new McsLock.Node(), numbers()))
                .subject("CLH", () -> new Clh(new ClhLock().forThisThread(), numbers()))
                .subject("ticket", () -> new Ticket(new TicketLock(), numbers()))
                .subject("TAS", () -> new Tas(new TasLock(), numbers()))
                .repeats(repeats)
                .run();
        System.err.println(run);
        double nothing = quiet(run, "nothing");
        double monitor = quiet(run, "synchronized");
        String detail = String.format(
                Locale.ROOT,
                "ns a pass, lower quartile of %d windows of 20 ms; the same without a lock %.2f, with one swap %.2f;"
                        + " others took %.0f %% of the host",
                repeats,
                nothing,
                quiet(run, "one swap"),
                100 * HostCard.here().busy());
        System.out.println("["
                + String.join(
                        ",\n",
                        row("TAS, uncontended", TAS_BAR, quiet(run, "TAS"), monitor, nothing, detail),
                        row("ticket, uncontended", TICKET_BAR, quiet(run, "ticket"), monitor, nothing, detail),
                        row("MCS, node passed in, uncontended", QUEUE_BAR, quiet(run, "MCS"), monitor, nothing, detail),
                        row("CLH, node passed in, uncontended", QUEUE_BAR, quiet(run, "CLH"), monitor, nothing, detail))
                + "]");
    }

    private static String row(String job, double bar, double ours, double peer, double loop, String detail) {
        double ratio = ours / peer;
        double withoutLoop = Math.max(0, ours - loop) / Math.max(0, peer - loop);
        String verdict = Math.max(ratio, withoutLoop) <= bar ? "holds" : "falls short";
        if (peer < 1.2 * loop) {
            verdict = "cannot tell here: synchronized took no longer than the loop without it, so the compiler has"
                    + " dropped it";
        }
        return String.format(
                Locale.ROOT,
                "{\"job\": \"%s\", \"ours\": %.3f, \"peer\": %.3f, \"ratio\": %.3f, \"bar\": \"≤ %s × synchronized\","
                        + " \"verdict\": \"%s\", \"detail\": \"%.2f with the loop taken off; %s\"}",
                job,
                ours,
                peer,
                ratio,
                bar,
                verdict,
                withoutLoop,
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
