package advsys.locks.exam;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Tells a hang from a host that is busy with something else.
final class Watch {

    // How and why
    //
    // A lock that works needs, at any moment, a bounded number of steps of *some* thread for the next acquisition; but
    // nobody can say how long the operating system takes to run that thread. So the watch counts processor time, thread
    // by thread: if each thread under way has had ENOUGH of it since anyone last moved, the one whose turn it is has
    // had
    // it too, and did nothing with it. A thread that is asleep uses none; whoever was to wake it has had its share, and
    // a
    // thread that has been woken runs within a few scheduling periods, even on a host that is very busy.
    //
    // The clock starts after the last movement was seen, never before: an error makes the watch patient, not hasty.

    private static final long ENOUGH_NANOS = 100_000_000; // thousands of times what a lock operation takes
    private static final long ASLEEP_NANOS = 2_000_000_000L;

    private final List<Thread> threads;
    private final IntPredicate underWay;
    private final LongSupplier movement;
    private final long hopelessNanos;
    private List<Processor> processors = List.of();
    private long lastMovement;
    private long since;

    /// Watches `threads`. Thread i matters while `underWay.test(i)`; `movement` changes whenever anyone gets
    /// somewhere.
    Watch(List<Thread> threads, IntPredicate underWay, LongSupplier movement, long hopelessNanos) {
        this.threads = threads;
        this.underWay = underWay;
        this.movement = movement;
        this.hopelessNanos = hopelessNanos;
        restart(movement.getAsLong());
    }

    /// Looks. Null while somebody moves or may still be about to; HANG when nobody will any more; UNDECIDED
    /// when the host has given too little time for a very long time.
    Finding.@Nullable Verdict look() {
        long now = movement.getAsLong();
        if (now != lastMovement) {
            restart(now);
            return null;
        }
        boolean any = false;
        boolean all = true;
        for (int i = 0; i < threads.size(); i++) {
            if (underWay.test(i)) {
                any = true;
                all &= processors.get(i).hasHad(ENOUGH_NANOS, ASLEEP_NANOS);
            }
        }
        if (any && all && movement.getAsLong() == now) { // asked again: it may have moved while we looked
            return Finding.Verdict.HANG;
        }
        return System.nanoTime() - since > hopelessNanos ? Finding.Verdict.UNDECIDED : null;
    }

    private void restart(long now) {
        lastMovement = now;
        since = System.nanoTime();
        processors = threads.stream().map(Processor::new).toList();
    }
}
