package advsys.locks;

import advsys.lab.HostCard;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import advsys.lab.Worker;
import java.time.Duration;

/// More threads than cores want one lock. How soon has everybody had it, and how fast does it go round then?
///
/// [Contention] would count what the first two threads do before the third is there: most of its figure, when
/// the rest comes to a standstill. Here counting begins when everybody has had the lock once, or at half-time.
///
/// - **Guarantee** what is counted was done while all threads took part, or had had half of the time to.
/// - **Cost** beside the lock about two nanoseconds an acquisition; until counting begins, a look at the clock.
/// - **Errors** knobs out of range are refused by name.
/// - **Source** the effect: J. Mellor-Crummey, M. Scott, ACM TOCS 9(1), 1991, §2 (preemption); J. Ousterhout,
///   ICDCS 1982 (the cures).
///
/// @param threads how many want the lock; twice the cores of most small hosts unless said
/// @param holdNanos time inside the critical section, spent computing
/// @param windowMillis how long they want it, at least 2
/// @param machine where: on this host, or on a simulated multiprocessor, whose CPUs the threads share by its
///     [scheduling][advsys.multiprocessor.Scheduling]
public record Crowd(int threads, int holdNanos, int windowMillis, Machine machine)
        implements Scenario<Maker<Mutex>, Crowd.Row> {

    /// What one trial gives.
    ///
    /// @param acquisitionsPerMillisecond of all threads together, once everybody takes part
    /// @param everybodyAfterMillis when the last thread had the lock for the first time, half the window if not
    ///     by then
    /// @param servedPercent share of the threads that had the lock in the time counted
    public record Row(double acquisitionsPerMillisecond, double everybodyAfterMillis, double servedPercent) {}

    /// Four threads that do nothing but acquire and release, for a tenth of a second.
    public Crowd() {
        this(4, 0, 100);
    }

    /// On this host.
    public Crowd(int threads, int holdNanos, int windowMillis) {
        this(threads, holdNanos, windowMillis, Machine.host());
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public Crowd {
        Contention.atLeast(1, threads, "threads");
        Contention.atLeast(0, holdNanos, "holdNanos");
        Contention.atLeast(2, windowMillis, "windowMillis");
    }

    @Override
    public Row run(Maker<Mutex> maker, Trial trial) throws Exception {
        Mutex lock = machine.make(maker);
        Roll roll = new Roll(threads, Duration.ofMillis(windowMillis).toNanos() / 2, onHost() ? System.nanoTime() : 0);
        machine.crew(trial).window(threads, Duration.ofMillis(windowMillis), worker -> {
            Mutex mine = lock.forThisThread();
            while (worker.next()) {
                mine.lock();
                roll.answer(worker);
                worker.spend(holdNanos);
                mine.unlock();
            }
        });
        return roll.row();
    }

    private boolean onHost() {
        return machine.equals(Machine.host());
    }

    /// Who has been inside. All of it belongs to the holder.
    private static final class Roll {
        private final long start; // on the machine's clock
        private final long halfNanos;
        private final boolean[] present;
        private final boolean[] served;
        private int missing;
        private boolean counting;
        private long openedNanos;
        private long count;

        Roll(int threads, long halfNanos, long start) {
            this.halfNanos = halfNanos;
            this.start = start;
            present = new boolean[threads];
            served = new boolean[threads];
            missing = threads;
        }

        void answer(Worker worker) {
            int number = worker.number();
            if (counting) {
                served[number] = true;
                count++;
                return;
            }
            if (!present[number]) {
                present[number] = true;
                missing--;
            }
            long now = worker.clockNanos() - start;
            if (missing == 0 || now >= halfNanos) {
                counting = true;
                openedNanos = Math.min(now, halfNanos);
            }
        }

        Row row() {
            long from = counting ? openedNanos : halfNanos;
            int inside = 0;
            for (boolean each : served) {
                inside += each ? 1 : 0;
            }
            return new Row(count * 1e6 / (2 * halfNanos - from), from / 1e6, 100.0 * inside / served.length);
        }
    }

    @Override
    public String caveat(HostCard host) {
        if (threads > host.cores() || !onHost()) {
            return "";
        }
        return threads + " threads have a core each on this host: nobody waits for one that does not run. Take more"
                + " than " + host.cores() + " threads to see a crowd.";
    }
}
