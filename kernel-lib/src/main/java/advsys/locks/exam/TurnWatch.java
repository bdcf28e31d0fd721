package advsys.locks.exam;

import advsys.lab.Cancel;
import advsys.lab.stop.Scope;
import advsys.locks.exam.TurnTakers.End;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Starts threads that take turns, looks on, and ends them, whatever they do.
final class TurnWatch {
    private static final long LOOK_NANOS = 2_000_000;
    private static final int LOOKS = 25; // so often asleep in a row, and nobody moved
    private static final long JOIN_NANOS = 1_000_000_000;
    private static final long SOON_NANOS = 5_000_000;

    private final TurnTakers turns;
    private final List<TurnTaker> all;
    private final Scope scope;
    private volatile @Nullable Thread watcher;

    TurnWatch(TurnTakers turns, List<TurnTaker> all, Scope scope) {
        this.turns = turns;
        this.all = all;
        this.scope = scope;
    }

    End run(Duration limit) {
        watcher = Thread.currentThread();
        try {
            all.forEach(Thread::start);
            turns.begin();
            return watch(System.nanoTime() + limit.toNanos());
        } finally {
            end();
        }
    }

    /// It is over: an order takes a tenth of the time between two looks.
    void wake() {
        LockSupport.unpark(watcher);
    }

    private End watch(long deadline) {
        int asleep = 0;
        long before = -1;
        while (!turns.over()) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            Cancel.poll();
            long now = turns.events();
            TurnTaker turn = turns.current();
            boolean still = now == before && !turn.go;
            before = now;
            asleep = switch (turn.getState()) {
                case BLOCKED, WAITING, TIMED_WAITING -> still ? asleep + 1 : 0;
                default -> 0;
            };
            if (asleep > LOOKS && !turns.over()) {
                return End.ASLEEP;
            }
            if (System.nanoTime() - deadline > 0 && !turns.over()) {
                return End.LATE;
            }
        }
        return End.DONE;
    }

    /// Whoever waits for its turn, or passes a place, ends by itself. To stop the others takes back compiled
    /// code, which costs more than the whole order: that is for those who sleep or loop elsewhere.
    private void end() {
        turns.stop();
        all.forEach(LockSupport::unpark);
        boolean interrupted = Thread.interrupted(); // or join would not wait
        try {
            if (!haveEnded(SOON_NANOS)) {
                scope.stop();
                all.forEach(Thread::interrupt);
                haveEnded(JOIN_NANOS);
            }
        } catch (InterruptedException again) {
            interrupted = true;
            scope.stop();
            all.forEach(Thread::interrupt);
        }
        scope.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean haveEnded(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        for (TurnTaker taker : all) {
            if (!taker.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }
}
