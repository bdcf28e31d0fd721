package advsys.locks.exam;

import advsys.lab.Cancel;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Examines a lock: `new MutexExam().examine(McsLock::new)`.
///
/// - **Guarantee** what it finds is a fault of the lock (see the package); returns within the time limit plus
///   the few seconds that it takes to be sure of a hang and to end the threads, however the lock fails.
/// - **Cost** keeps every core of the host busy for the time limit; ends earlier when it finds something.
/// - **Errors** an interrupted examination throws a [CancellationException], its threads stopped.
/// - **Source** the idea of a detector inside the critical section is that of the validation programs of
///   Concurrency Kit.
///
/// @param visitors how many threads there are at most, 2 or more
/// @param limit how long to look for a fault
/// @param seed of everything random in it
/// @param firstComeFirstServed the lock promises to serve in the order of arrival: examine that too
/// @param enough visits without a fault, after which it ends before the limit
public record MutexExam(int visitors, Duration limit, long seed, boolean firstComeFirstServed, long enough) {
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(3);
    private static final int ARRIVALS = 5; // without order a lock passes once by luck, but not five times

    /// Four visitors, one second, seed 1, no promise of order.
    public MutexExam() {
        this(4, Duration.ofSeconds(1), 1, false);
    }

    /// Until the limit.
    public MutexExam(int visitors, Duration limit, long seed, boolean firstComeFirstServed) {
        this(visitors, limit, seed, firstComeFirstServed, Long.MAX_VALUE);
    }

    /// @throws IllegalArgumentException if there are fewer than two visitors, or no time
    public MutexExam {
        if (visitors < 2) {
            throw new IllegalArgumentException(
                    "visitors is " + visitors + ": one alone cannot meet anybody, take 2 or more");
        }
        if (firstComeFirstServed && visitors < 3) {
            throw new IllegalArgumentException("visitors is 2: an order of service needs two who wait, take 3 or more");
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("limit is " + limit + ": take a time above zero, such as one second");
        }
        if (enough < 1) {
            throw new IllegalArgumentException("enough is " + enough + ": nothing is seen in no visit, take 1 or more");
        }
    }

    /// This examination with `number` visitors at most.
    public MutexExam visitors(int number) {
        return new MutexExam(number, limit, seed, firstComeFirstServed, enough);
    }

    /// This examination with another time limit.
    public MutexExam limit(Duration time) {
        return new MutexExam(visitors, time, seed, firstComeFirstServed, enough);
    }

    /// This examination with another seed.
    public MutexExam seed(long number) {
        return new MutexExam(visitors, limit, number, firstComeFirstServed, enough);
    }

    /// This examination, of the order of service too.
    public MutexExam inOrder() {
        return new MutexExam(visitors, limit, seed, true, enough);
    }

    /// This examination, which ends before its limit once `visits` have shown no fault: a count, so that a busy host
    /// sees no less than a quiet one.
    public MutexExam enough(long visits) {
        return new MutexExam(visitors, limit, seed, firstComeFirstServed, visits);
    }

    /// Examines the locks that `lock` makes: a fresh one each round.
    ///
    /// @throws CancellationException if the thread is interrupted or its cell is stopped
    public Finding examine(Maker<? extends Mutex> lock) {
        Cancel.poll();
        Finding found = new Rounds(this, lock).examine();
        long until = System.nanoTime() + patience().toNanos() / 2; // a busy host gets through fewer
        for (int i = 0; i < ARRIVALS && firstComeFirstServed && found.holds(); i++) {
            if (i > 0 && System.nanoTime() - until > 0) {
                break;
            }
            found = arrivals(lock, found);
        }
        return found;
    }

    /// How long nothing may move before it is said that nothing can be said.
    Duration patience() {
        return limit.compareTo(LEAST_PATIENCE) > 0 ? limit : LEAST_PATIENCE;
    }

    private Finding arrivals(Maker<? extends Mutex> lock, Finding soFar) {
        try {
            Arrivals arrivals = new Arrivals(visitors, patience(), lock);
            Finding.Verdict verdict = arrivals.examine();
            return soFar.and(verdict, verdict == Finding.Verdict.HOLDS ? "" : arrivals.witness(), visitors + 1);
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (Exception thrown) { // from the maker
            return soFar.and(Finding.Verdict.THREW, "making the lock: " + thrown, 0);
        }
    }
}
