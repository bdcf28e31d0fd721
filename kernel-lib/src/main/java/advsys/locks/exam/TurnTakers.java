package advsys.locks.exam;

import advsys.lab.stop.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Threads that go on one at a time, from one access to shared memory to the next, in an order that is chosen: what
/// comes out depends on that order alone, and comes out again when it is chosen again.
///
/// - **Guarantee** sequential consistency, and nothing that a scheduler could not do. Ended, whatever the threads do.
/// - **Cost** ten microseconds for each change of thread, nothing while one goes on.
/// - **Left out** a weaker memory model; locks whose waiters sleep otherwise than by `LockSupport.park` (they end as
///   [End#ASLEEP]).
/// - **Source** S. Burckhardt et al., "A randomized scheduler with probabilistic guarantees of finding bugs", ASPLOS
///   2010; P. Godefroid, "Model checking for programming languages using VeriSoft", POPL 1997.
final class TurnTakers {
    /// How it ended.
    enum End {
        /// Everybody has done what was to do, or [TurnTakers#stop] was called.
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
        /// @param ready those who neither have ended nor are parked, in the order of their numbers; never empty
        /// @param current whoever is at a place where it may be somebody else's turn
        TurnTaker next(List<TurnTaker> ready, TurnTaker current);

        /// `taker` is about to pass `site`.
        void access(TurnTaker taker, int site);

        /// It read `value` there.
        default void saw(@Nullable Object value) {}

        /// `taker` wants to park: true when it comes back at once for no reason, as it may.
        default boolean returnsForNoReason(TurnTaker taker) {
            return false;
        }

        /// `taker` is parked until somebody unparks it.
        default void parked(TurnTaker taker) {}

        /// `taker` unparks `other`; null is nobody.
        default void unparks(TurnTaker taker, @Nullable TurnTaker other) {}

        /// Those who have not ended are parked, and nobody is left to unpark them.
        default void allParked(int number) {}
    }

    private static final class Over extends Error {
        private static final long serialVersionUID = 1;

        Over() {
            super("the turns are over", null, false, false);
        }
    }

    private final Order order;
    private final List<TurnTaker> all = new ArrayList<>();
    private final List<TurnTaker> ready = new ArrayList<>(); // whoever has the turn may use it
    private final TurnWatch watch;
    private int parked; // whoever has the turn may use it
    private volatile TurnTaker current;
    private volatile long events;
    private volatile boolean over;
    private volatile @Nullable Throwable thrown;

    TurnTakers(int number, long seed, Order order, Consumer<TurnTaker> work) {
        Scope scope = Scope.open("turns");
        this.order = order;
        for (int i = 0; i < number; i++) {
            all.add(new TurnTaker(this, i, scope, seed, work));
        }
        ready.addAll(all);
        current = all.getFirst();
        watch = new TurnWatch(this, Collections.unmodifiableList(all), scope);
    }

    /// Runs until it has ended.
    End run(Duration limit) {
        return watch.run(limit);
    }

    /// The first turn.
    void begin() {
        pass(order.next(ready, current));
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

    /// Places passed so far; any thread may ask, and whose turn it is.
    long events() {
        return events;
    }

    TurnTaker current() {
        return current;
    }

    boolean over() {
        return over;
    }

    /// Nobody goes on.
    void stop() {
        over = true;
        watch.wake();
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
        leave(me);
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

    /// In place of `LockSupport.park`: somebody may come between the look before it and the sleep.
    void park(TurnTaker me) {
        me.spins++;
        turn(me);
        if (me.permit || order.returnsForNoReason(me)) {
            me.permit = false;
            return;
        }
        order.parked(me);
        me.parked = true;
        parked++;
        leave(me);
        await(me);
    }

    /// In place of `LockSupport.unpark`.
    void unpark(TurnTaker me, @Nullable TurnTaker other) {
        turn(me);
        order.unparks(me, other);
        if (other == null) {
            return;
        }
        if (!other.parked) {
            other.permit = true;
            return;
        }
        other.parked = false;
        other.nanos = Math.max(other.nanos, me.nanos);
        parked--;
        ready.add(other);
        ready.sort(Comparator.comparingInt(TurnTaker::number));
    }

    /// `me` goes on no more, or not until it is unparked.
    private void leave(TurnTaker me) {
        ready.remove(me);
        if (!ready.isEmpty()) {
            pass(order.next(ready, me));
            return;
        }
        if (parked > 0) {
            order.allParked(parked);
        }
        stop();
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
