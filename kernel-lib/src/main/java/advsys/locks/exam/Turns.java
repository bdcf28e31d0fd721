package advsys.locks.exam;

import advsys.lab.Cancel;
import advsys.lab.stop.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Threads that go on one at a time, from one access to shared memory to the next, in an order that is chosen: what
/// comes out depends on that order alone, and comes out again when it is chosen again.
///
/// - **Guarantee** sequential consistency, and nothing that a scheduler could not do. Ended, whatever the threads do.
/// - **Cost** ten microseconds for each change of thread, nothing while one goes on.
/// - **Left out** a weaker memory model; locks that sleep (they end as [End#ASLEEP]).
/// - **Source** S. Burckhardt et al., "A randomized scheduler with probabilistic guarantees of finding bugs", ASPLOS
///   2010; P. Godefroid, "Model checking for programming languages using VeriSoft", POPL 1997.
final class Turns {
    private static final long LOOK_NANOS = 2_000_000;
    private static final int LOOKS = 25; // so often asleep in a row, and nobody moved
    private static final long JOIN_NANOS = 1_000_000_000;
    private static final long SOON_NANOS = 5_000_000;

    /// How it ended.
    enum End {
        /// Everybody has done what was to do, or [Turns#stop] was called.
        DONE,
        /// One sleeps, and none of the others may go on: it waits for something outside the order.
        ASLEEP,
        /// The time was over.
        LATE
    }

    /// Says who goes on, and is told what happens.
    interface Order {
        /// Who goes on.
        ///
        /// @param ready those who have not ended, in the order of their numbers; never empty
        /// @param current whoever is at a place where it may be somebody else's turn
        TurnTaker next(List<TurnTaker> ready, TurnTaker current);

        /// `taker` is about to pass `site`.
        void access(TurnTaker taker, int site);

        /// It read `value` there.
        default void saw(@Nullable Object value) {}
    }

    private static final class Over extends Error {
        private static final long serialVersionUID = 1;

        Over() {
            super("the turns are over", null, false, false);
        }
    }

    private final Scope scope = Scope.open("turns");
    private final Order order;
    private final List<TurnTaker> all = new ArrayList<>();
    private final List<TurnTaker> ready = new ArrayList<>(); // whoever has the turn may use it
    private volatile TurnTaker current;
    private volatile long events;
    private volatile boolean over;
    private volatile @Nullable Throwable thrown;
    private volatile @Nullable Thread watcher;

    Turns(int number, long seed, Order order, Consumer<TurnTaker> work) {
        this.order = order;
        for (int i = 0; i < number; i++) {
            all.add(new TurnTaker(this, i, scope, seed, work));
        }
        ready.addAll(all);
        current = all.getFirst();
    }

    /// Runs until it has ended.
    End run(Duration limit) {
        watcher = Thread.currentThread();
        try {
            all.forEach(Thread::start);
            TurnTaker first = order.next(ready, current);
            current = first;
            first.go = true;
            LockSupport.unpark(first);
            return watch(System.nanoTime() + limit.toNanos());
        } finally {
            end();
        }
    }

    /// What one of them threw, or null.
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /// Places passed and rounds of loops made, by all of them. To be asked when it has ended.
    long steps() {
        return events + all.stream().mapToLong(taker -> taker.loops).sum();
    }

    /// Called by whoever has the turn: nobody goes on.
    void stop() {
        over = true;
        LockSupport.unpark(watcher); // an order takes a tenth of the time between two looks
    }

    private End watch(long deadline) {
        int asleep = 0;
        long before = -1;
        while (!over) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            Cancel.poll();
            long now = events;
            TurnTaker turn = current;
            boolean still = now == before && !turn.go;
            before = now;
            asleep = switch (turn.getState()) {
                case BLOCKED, WAITING, TIMED_WAITING -> still ? asleep + 1 : 0;
                default -> 0;
            };
            if (asleep > LOOKS && !over) {
                return End.ASLEEP;
            }
            if (System.nanoTime() - deadline > 0 && !over) {
                return End.LATE;
            }
        }
        return End.DONE;
    }

    /// Whoever waits for its turn, or passes a place, ends by itself. To stop the others takes back compiled
    /// code, which costs more than the whole order: that is for those who sleep or loop elsewhere.
    private void end() {
        over = true;
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

    /// The whole of a thread's part.
    void takePart(TurnTaker me, Consumer<TurnTaker> work) {
        try {
            await(me);
            work.accept(me);
        } catch (Over ended) {
            return;
        } catch (Throwable failure) { // whatever a reader's lock may throw
            if (!over) {
                thrown = failure;
                stop();
            }
            return;
        }
        ready.remove(me);
        if (ready.isEmpty()) {
            stop();
        } else {
            pass(order.next(ready, me));
        }
    }

    void access(TurnTaker me, int site) {
        turn(me);
        order.access(me, site);
    }

    void saw(@Nullable Object value) {
        order.saw(value);
    }

    void pause(TurnTaker me, long nanos) {
        me.spins++;
        me.nanos += nanos;
        turn(me);
    }

    /// A place where it may be somebody else's turn.
    void turn(TurnTaker me) {
        if (over) {
            throw new Over();
        }
        long passed = events + 1; // written by whoever has the turn, and nobody else
        events = passed;
        TurnTaker next = order.next(ready, me);
        if (next != me) {
            pass(next);
            await(me);
        }
    }

    private void pass(TurnTaker next) {
        current = next;
        next.go = true;
        LockSupport.unpark(next);
    }

    private void await(TurnTaker me) {
        while (!me.go) {
            if (over) {
                throw new Over();
            }
            LockSupport.park(this);
        }
        me.go = false;
        if (over) {
            throw new Over();
        }
    }
}
