package advsys.locks.exam;

import advsys.lab.Maker;
import advsys.lab.stop.StopError;
import advsys.locks.Mutex;
import advsys.locks.exam.Finding.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Examines first come, first served, once: while visitor 0 is inside, the others arrive one after the other;
/// then it leaves, and comes again at once: now it is the last.
final class Arrivals {

    // How and why
    //
    // Service in the order of arrival begins where `lock` has made the arrival known, and nobody outside sees that
    // moment. So a visitor counts as arrived when it has called `lock` and has since used WAITING of processor time
    // (its
    // code was run in many rounds before, so that nothing is left to load), or has slept for a while.

    private static final long WAITING_NANOS = 2_000_000;
    private static final long ASLEEP_NANOS = 50_000_000;
    private static final long NAP_NANOS = 100_000;

    private final int number;
    private final Mutex lock;
    private final Visitors visitors;
    private final List<Integer> served = new CopyOnWriteArrayList<>();
    private volatile int admitted; // visitors 1 … admitted may call lock
    private volatile boolean leave; // visitor 0 may go
    private volatile @Nullable String thrown;
    private @Nullable Processor arriving; // the examiner's: the last admitted, since it was seen at the lock

    Arrivals(int number, Duration patience, Maker<? extends Mutex> maker) throws Exception {
        this.number = number;
        this.lock = maker.make();
        this.visitors = new Visitors(number, patience, this::visit);
    }

    /// HOLDS, or what was found; then [#witness] tells it.
    Verdict examine() {
        Verdict ended = visitors.run(this::receive);
        if (thrown != null) {
            return Verdict.THREW;
        }
        return ended == Verdict.HOLDS && !inOrder() ? Verdict.ORDER : ended;
    }

    String witness() {
        String error = thrown;
        if (error != null) {
            return error;
        }
        String story = visitors.story();
        return story.isEmpty() ? "came in the order " + arrivals() + ", were served in the order " + served : story;
    }

    private boolean inOrder() {
        return served.equals(arrivals());
    }

    private List<Integer> arrivals() {
        return IntStream.rangeClosed(1, number).mapToObj(i -> i % number).toList();
    }

    /// The examiner's part, called every few milliseconds: lets the next visitor come; true when all is over.
    private boolean receive() {
        if (thrown != null || served.size() == number) {
            return true;
        }
        int last = admitted; // only this thread writes it
        if (!leave && hasArrived(last)) {
            arriving = null;
            if (last == number - 1) {
                leave = true;
            } else {
                admitted = last + 1;
            }
        }
        return false;
    }

    private boolean hasArrived(int visitor) {
        if (visitor == 0) {
            return visitors.where(0) == Visitors.INSIDE;
        }
        if (visitors.where(visitor) != Visitors.WANTING) {
            return false;
        }
        if (arriving == null) {
            arriving = new Processor(visitors.thread(visitor));
        }
        return arriving.hasHad(WAITING_NANOS, ASLEEP_NANOS);
    }

    private void visit(Visitor thread) {
        int visitor = thread.number();
        try {
            while (admitted < visitor) {
                LockSupport.parkNanos(this, NAP_NANOS);
            }
            if (visitor == 0) {
                pass(visitor, this::waitForTheOthers);
            }
            pass(visitor, () -> served.add(visitor));
        } catch (StopError stopped) {
            throw stopped;
        } catch (Throwable failure) { // whatever a reader's lock may throw
            thrown = Visitors.story(visitor, failure);
        }
    }

    private void pass(int visitor, Runnable inside) {
        visitors.step(visitor);
        lock.lock();
        visitors.step(visitor);
        inside.run();
        visitors.step(visitor);
        lock.unlock();
        visitors.step(visitor);
    }

    private void waitForTheOthers() {
        while (!leave) {
            LockSupport.parkNanos(this, NAP_NANOS);
        }
    }
}
