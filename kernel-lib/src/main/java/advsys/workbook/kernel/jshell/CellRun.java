package advsys.workbook.kernel.jshell;

import advsys.lab.stop.HeapWatch;
import advsys.lab.stop.Scope;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.MemoryReserve;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A cell while it runs: its scope, its threads, and whether it was interrupted.
///
/// It is also stopped when what it keeps has filled the heap. A JVM would spend minutes collecting garbage before it
/// gave up, and would not hear an interrupt meanwhile.
///
/// Three threads meet here: the compiler's, which calls [#call] and [#end]; the main thread, which does the work; and
/// whichever calls [#interrupt].
final class CellRun {
    /// How long an interrupted cell may take to end before it is given up.
    static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_800);

    private static final long LONGEST_PAUSE_MILLIS = 50;
    private static final long HEAP_MILLIS = 500; // between two looks at the heap

    private final Cell cell;
    private final Scope scope;
    private final MainThread main;
    private final Warden warden;
    private final ThreadGroup group;
    private @Nullable CellThreads threads;
    private @Nullable Thread mainThread;
    private final HeapWatch heap = new HeapWatch();
    private final List<Stuck> stuck = new ArrayList<>();

    // guarded by this
    private boolean interrupted;
    private boolean exhausted;
    private long interruptedAt;
    private @Nullable Scope pool;

    CellRun(Cell cell, MainThread main, Warden warden, ThreadGroup group) {
        this.cell = cell;
        this.scope = Scope.root(cell.silent() ? "a silent cell" : "cell " + cell.number());
        this.main = main;
        this.warden = warden;
        this.group = group;
    }

    Cell cell() {
        return cell;
    }

    Scope scope() {
        return scope;
    }

    /// A thread that did not end in time, and where it was.
    @SuppressWarnings("ArrayRecordComponent") // as Thread gives it; never compared
    record Stuck(Thread thread, StackTraceElement[] stack) {}

    /// Thrown by [#call] in place of whatever an interrupted cell throws.
    static final class Interruption extends Exception {
        private static final long serialVersionUID = 1;
        private final transient @Nullable Throwable thrown;

        Interruption(@Nullable Throwable thrown) {
            super("interrupted", null, false, false);
            this.thrown = thrown;
        }

        /// What came out of the cell, to say where it was; null when it was given up or had not begun.
        @Nullable
        Throwable thrown() {
            return thrown;
        }
    }

    /// Does `work` in the main thread, within the cell's scope.
    ///
    /// @throws Interruption when the cell was interrupted; `work` may have ended none the less, and with effect
    /// @throws Throwable what `work` throws
    @Nullable
    Object call(ClassLoader loader, Callable<?> work) throws Throwable {
        Job job = new Job(scope, loader, work, this);
        Thread thread;
        synchronized (this) {
            if (interrupted) {
                throw new Interruption(null);
            }
            thread = main.start(job);
            mainThread = thread;
            if (threads == null) {
                threads = new CellThreads(group, thread);
            }
            await(job);
        }
        return job.done() ? result(job) : giveUp(thread);
    }

    /// The same in the current thread, which is one of the notebook's own and takes the place of the main thread.
    /// Nobody
    /// can interrupt it.
    void callHere(ClassLoader loader, Callable<?> work) throws Throwable {
        threads = new CellThreads(group, Thread.currentThread());
        Job job = new Job(scope, loader, work, this);
        job.run();
        job.value();
    }

    private synchronized void await(Job job) throws InterruptedException {
        for (int round = 0; !job.done(); round++) {
            if (!interrupted) {
                wait(HEAP_MILLIS);
                round = 0;
                lookAtHeap(job);
            } else if (patienceLeft() > 0) {
                nudge();
                wait(Math.min(1L << Math.min(round, 10), LONGEST_PAUSE_MILLIS));
            } else {
                return;
            }
        }
    }

    private synchronized void lookAtHeap(Job job) {
        try {
            exhausted = !job.done() && heap.isFull();
        } catch (OutOfMemoryError full) {
            exhausted = true;
        }
        if (exhausted) {
            MemoryReserve.release();
            interrupt();
        }
    }

    /// True when it was stopped because the heap was full.
    synchronized boolean isExhausted() {
        return exhausted;
    }

    private @Nullable Object result(Job job) throws Throwable {
        try {
            Object value = job.value();
            if (isInterrupted()) {
                throw new Interruption(null);
            }
            return value;
        } catch (Interruption interruption) {
            throw interruption;
        } catch (Throwable thrown) {
            throw isInterrupted() ? new Interruption(thrown) : thrown;
        }
    }

    private Object giveUp(Thread thread) throws Interruption {
        main.giveUp();
        stuck.add(new Stuck(thread, thread.getStackTrace()));
        throw new Interruption(null);
    }

    /// Interrupts blocking calls, again and again: a loop may catch the exception and go back to sleep.
    private void nudge() {
        if (mainThread != null) {
            mainThread.interrupt();
        }
        if (threads != null) {
            threads.alive().forEach(Thread::interrupt);
        }
        CommonPool.working().forEach(Thread::interrupt);
    }

    /// Stops the cell; returns at once.
    synchronized void interrupt() {
        if (!interrupted) {
            interrupted = true;
            interruptedAt = System.nanoTime();
            scope.stop();
            pool = CommonPool.stop();
            notifyAll();
        }
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    private synchronized long patienceLeft() {
        return PATIENCE_NANOS - (System.nanoTime() - interruptedAt);
    }

    /// True when threads that were started since the first [#call] are still at work.
    boolean isWorking() {
        return threads != null && !threads.working().isEmpty();
    }

    /// Ends the run. If it was interrupted, waits for the threads that the cell started, and returns those that are
    /// stuck; else they go on.
    List<Stuck> end() {
        if (!isInterrupted()) {
            return List.of();
        }
        if (threads != null) {
            List<Thread> working = threads.working();
            for (int round = 0; !working.isEmpty() && patienceLeft() > 0; round++) {
                working.forEach(Thread::interrupt);
                LockSupport.parkNanos(
                        TimeUnit.MILLISECONDS.toNanos(Math.min(1L << Math.min(round, 10), LONGEST_PAUSE_MILLIS)));
                working = threads.working();
            }
            working.forEach(thread -> stuck.add(new Stuck(thread, thread.getStackTrace())));
        }
        warden.watch(stuck.stream().map(Stuck::thread).toList());
        scope.close();
        if (pool != null) {
            pool.close();
        }
        return stuck;
    }
}
