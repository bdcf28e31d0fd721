package advsys.locks;

import advsys.lab.Crew;
import advsys.lab.HostCard;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import advsys.locks.checks.AloneDoesNotWait;
import advsys.locks.checks.EveryoneGetsIn;
import advsys.locks.checks.FewTransactions;
import advsys.locks.checks.FirstComeFirstServed;
import advsys.locks.checks.MutualExclusion;
import advsys.locks.checks.Quieter;
import advsys.locks.checks.TwoAtOnce;
import org.jspecify.annotations.Nullable;

/// Threads that want the same lock, again and again: each takes it, works for `holdNanos`, gives it back, and
/// works for `gapNanos` elsewhere. How often do they succeed, and does each get its share?
///
/// - **Guarantee** every acquisition is also counted under the lock; a lock that lets two in at once loses
///   counts, and the trial says so instead of giving a figure.
/// - **Cost** beside the lock and the two pauses about two nanoseconds an acquisition.
/// - **Errors** knobs out of range are refused by name.
/// - **Source** the experiment of T. Anderson, IEEE TPDS 1(1), 1990, §V, with fairness beside speed.
///
/// @param threads how many contend
/// @param holdNanos time inside the critical section, spent computing
/// @param gapNanos time between two acquisitions of the same thread, spent computing
/// @param windowMillis how long they contend
/// @param machine where: on this host, or on a simulated multiprocessor, whose time and waits are simulated too
public record Contention(int threads, int holdNanos, int gapNanos, int windowMillis, Machine machine)
        implements Scenario<Maker<Mutex>, Contention.Row> {

    /// What one trial gives.
    ///
    /// @param acquisitionsPerMicrosecond of all threads together
    /// @param jainIndex 1 when all threads had the lock equally often, 1/n when one of n had it always
    /// @param handOverPercent share of the acquisitions whose lock came from another thread: the rest were
    ///     taken again by the thread that had just given it up
    /// @param mostOvertaken how often others had the lock between two acquisitions of one thread, at worst
    /// @param longestWaitNanos longest time that a thread was without the lock though it wanted it; the clock
    ///     is read once in about ten microseconds, or once an acquisition when those take longer
    public record Row(
            double acquisitionsPerMicrosecond,
            double jainIndex,
            double handOverPercent,
            long mostOvertaken,
            long longestWaitNanos) {}

    /// Two threads that do nothing but acquire and release, for twenty milliseconds.
    public Contention() {
        this(2, 0, 0, 20);
    }

    /// On this host.
    public Contention(int threads, int holdNanos, int gapNanos, int windowMillis) {
        this(threads, holdNanos, gapNanos, windowMillis, Machine.host());
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public Contention {
        Window.require(1, threads, holdNanos, gapNanos, windowMillis);
    }

    /// A check: is only one inside at a time, and does the next one see what it wrote?
    public static MutualExclusion mutualExclusion() {
        return new MutualExclusion();
    }

    /// A check: does somebody always get in, with more visitors than cores?
    public static EveryoneGetsIn everyoneGetsIn() {
        return new EveryoneGetsIn();
    }

    /// A check: are those who wait served in the order in which they came?
    public static FirstComeFirstServed firstComeFirstServed() {
        return new FirstComeFirstServed();
    }

    /// A check: do its waiters write to shared memory less often than those of `reference`?
    public static Quieter quieterThan(Maker<Mutex> reference) {
        return new Quieter(reference);
    }

    /// A check: does a thread that is alone get in without a pause?
    public static AloneDoesNotWait aloneDoesNotWait() {
        return new AloneDoesNotWait();
    }

    /// A check: can one thread hold two such locks at the same time?
    public static TwoAtOnce twoAtOnce() {
        return new TwoAtOnce();
    }

    /// A check: does an acquisition take at most `most` bus transactions, with `threads` threads on a simulated
    /// machine?
    public static FewTransactions fewTransactions(Machine machine, int threads, double most) {
        return new FewTransactions(machine, threads, most);
    }

    static void atLeast(int least, int value, String knob) {
        if (value < least) {
            throw new IllegalArgumentException(knob + " is " + value + ": give it " + least + " or more");
        }
    }

    @Override
    public Row run(Maker<Mutex> maker, Trial trial) throws Exception {
        Mutex lock = machine.make(maker);
        SharedCount count = new SharedCount();
        @Nullable WaitLog[] logs = new WaitLog[threads];
        Crew.Work work = window().run(trial, worker -> {
            Mutex mine = lock.forThisThread();
            boolean block = mine instanceof Mutexes.Monitor; // synchronized cannot be taken apart into two calls
            WaitLog log = new WaitLog(
                    (long) holdNanos + gapNanos, worker::clockNanos); // made here: on no other thread's lines
            logs[worker.number()] = log;
            while (worker.next()) {
                long turn;
                if (block) {
                    synchronized (mine) {
                        turn = ++count.value; // plain: the lock orders it
                        worker.spend(holdNanos);
                    }
                } else {
                    mine.lock();
                    turn = ++count.value;
                    worker.spend(holdNanos);
                    mine.unlock();
                }
                log.acquired(turn);
                worker.spend(gapNanos);
            }
        });
        WaitLog all = WaitLog.together(logs);
        if (all.acquisitions() != count.value) {
            throw new IllegalStateException("no mutual exclusion: " + all.acquisitions() + " acquisitions, of which "
                    + (all.acquisitions() - count.value) + " were overwritten by another thread's");
        }
        return new Row(
                work.perMicrosecond(),
                work.fairness(),
                all.handOverPercent(),
                all.mostOvertaken(),
                all.longestWaitNanos());
    }

    @Override
    public String caveat(HostCard host) {
        return window().caveat(host);
    }

    private Window window() {
        return new Window(threads, windowMillis, machine);
    }
}
