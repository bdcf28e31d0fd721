package advsys.locks;

import advsys.lab.HostCard;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.util.ArrayList;
import java.util.List;

/// The example by which the course explains queue locks: thread 3 holds the lock, threads 1 and 2 wait for it in this
/// order, and thread 4 comes late. Who has it next, and who is disturbed by that?
///
/// - **Guarantee** each thread comes once, at its time; on a simulated machine the same seed gives the same story.
/// - **Cost** four visits.
/// - **Errors** knobs out of range are refused by name. On the host the threads come when the system lets them.
/// - **Source** the queue lock's example in the course's notes; J. Mellor-Crummey, M. Scott, ACM TOCS 9(1), 1991.
///
/// @param holdNanos how long each keeps the lock
/// @param lateNanos when the fourth comes; the others come within the first tenth of `holdNanos`
/// @param machine where: a simulated one counts, and steps through the caches
public record LateFourth(int holdNanos, int lateNanos, Machine machine)
        implements Scenario<Maker<Mutex>, LateFourth.Row> {
    private static final int THREADS = 4;
    private static final int[] COMES_AT = {1, 2, 0, 0}; // thread 1 second, 2 third, 3 first; 4 by its knob

    /// What came of it.
    ///
    /// @param order the threads in the order in which they had the lock, "3 1 2 4"
    public record Row(String order) {}

    /// What a thread does, in a trace.
    record Visitor(String thread, String does) {}

    /// A critical section of twenty microseconds, and the fourth comes when the second holder is in it.
    public LateFourth() {
        this(20_000, 30_000, Machine.host());
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public LateFourth {
        Contention.atLeast(100, holdNanos, "holdNanos");
        Contention.atLeast(0, lateNanos, "lateNanos");
    }

    @Override
    public Row run(Maker<Mutex> maker, Trial trial) throws Exception {
        Mutex lock = machine.make(maker);
        List<String> order = new ArrayList<>(); // written under the lock
        machine.crew(trial).rounds(THREADS, 1, worker -> {
            Mutex mine = lock.forThisThread();
            boolean block = mine instanceof Mutexes.Monitor;
            String name = Integer.toString(worker.number() + 1);
            while (worker.next()) {
                int at = COMES_AT[worker.number()] * (holdNanos / (5 * THREADS));
                worker.spend(worker.number() == THREADS - 1 ? lateNanos : at + 1);
                tell(trial, name, "wants the lock");
                if (block) {
                    synchronized (mine) {
                        inside(trial, name, order);
                        worker.spend(holdNanos);
                        tell(trial, name, "gives it up");
                    }
                } else {
                    mine.lock();
                    inside(trial, name, order);
                    worker.spend(holdNanos);
                    tell(trial, name, "gives it up");
                    mine.unlock();
                }
            }
        });
        return new Row(String.join(" ", order));
    }

    private static void inside(Trial trial, String name, List<String> order) {
        order.add(name);
        tell(trial, name, "has the lock");
    }

    private static void tell(Trial trial, String name, String does) {
        trial.step("thread " + name, does, () -> List.of(new Visitor(name, does)));
    }

    @Override
    public String caveat(HostCard host) {
        return machine.equals(Machine.host()) ? Crowded.caveat(host, THREADS) : "";
    }
}
