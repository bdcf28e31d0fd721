package advsys.locks;

import advsys.lab.HostCard;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;

/// Who gets the lock next? Each holder writes its number down, and the list is read when all is over.
///
/// - **Guarantee** the order of the list is the order of the holders. Only the last 65 536 are kept.
/// - **Cost** one store an acquisition, to a line that goes with the lock: look at the order here, and at the speed
///   in [Contention].
/// - **Source** ours; "first come, first served" as a measure.
///
/// @param threads how many contend
/// @param holdNanos time inside the critical section, spent computing
/// @param gapNanos time between two acquisitions of the same thread, spent computing
/// @param windowMillis how long they contend
/// @param machine where: on this host, or on a simulated multiprocessor, whose time is simulated too
public record Succession(int threads, int holdNanos, int gapNanos, int windowMillis, Machine machine)
        implements Scenario<Maker<Mutex>, Succession.Row> {
    private static final int KEPT = 1 << 16;

    /// What one trial gives.
    ///
    /// @param sameAgainPercent share of the acquisitions by the thread that had the lock just before
    /// @param longestTurnPercent share of the acquisitions by the thread that has been without it the longest: all,
    ///     where a queue serves threads that come back at once
    /// @param meanRun how often in a row one thread had it, on average
    /// @param longestRun and at most
    public record Row(double sameAgainPercent, double longestTurnPercent, double meanRun, long longestRun) {}

    /// Two threads that do nothing but acquire and release, for twenty milliseconds.
    public Succession() {
        this(2, 0, 0, 20);
    }

    /// On this host.
    public Succession(int threads, int holdNanos, int gapNanos, int windowMillis) {
        this(threads, holdNanos, gapNanos, windowMillis, Machine.host());
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public Succession {
        Window.require(2, threads, holdNanos, gapNanos, windowMillis);
    }

    @Override
    public Row run(Maker<Mutex> maker, Trial trial) throws Exception {
        Mutex lock = machine.make(maker);
        SharedCount count = new SharedCount();
        short[] holders = new short[KEPT];
        window().run(trial, worker -> {
            Mutex mine = lock.forThisThread();
            short number = (short) worker.number();
            while (worker.next()) {
                mine.lock();
                holders[(int) (count.value++ & (KEPT - 1))] = number; // plain: the lock orders it
                worker.spend(holdNanos);
                mine.unlock();
                worker.spend(gapNanos);
            }
        });
        long first = Math.max(0, count.value - KEPT);
        Line line = new Line(threads);
        for (long turn = first; turn < count.value; turn++) {
            line.next(holders[(int) (turn & (KEPT - 1))]);
        }
        return line.row();
    }

    /// The list, read from the beginning.
    static final class Line {
        private final long[] lastTurn;
        private long turns;
        private long sameAgain;
        private long longestFirst;
        private long judged;
        private long run;
        private long longestRun;
        private int before = -1;

        Line(int threads) {
            lastTurn = new long[threads];
        }

        void next(int holder) {
            turns++;
            if (before >= 0) {
                sameAgain += holder == before ? 1 : 0;
                judged++;
                longestFirst += isLongestWithout(holder) ? 1 : 0;
            }
            run = holder == before ? run + 1 : 1;
            longestRun = Math.max(longestRun, run);
            lastTurn[holder] = turns;
            before = holder;
        }

        private boolean isLongestWithout(int holder) {
            for (long turn : lastTurn) {
                if (turn < lastTurn[holder]) {
                    return false;
                }
            }
            return true;
        }

        Row row() {
            if (judged == 0) {
                return new Row(0, 0, turns, turns);
            }
            long runs = judged - sameAgain + 1;
            return new Row(
                    100.0 * sameAgain / judged, 100.0 * longestFirst / judged, (double) turns / runs, longestRun);
        }
    }

    @Override
    public String caveat(HostCard host) {
        return window().caveat(host);
    }

    private Window window() {
        return new Window(threads, windowMillis, machine);
    }
}
