package advsys.lab;

import advsys.lab.stop.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One piece of work of a [Crew]: starts the threads, ends the window, joins them.
final class CrewRun implements AutoCloseable {
    private static final long SLICE_NANOS = 1_000_000;
    private static final long STOP_NANOS = 400_000_000; // an interrupted experiment is to end within half a second
    private static final int SPINS_AT_START = 2_000; // some microseconds: the others are on their way

    private final HostFiles files = new HostFiles(Path.of("/"));
    private final Scope scope = Scope.open("crew");
    private final Shift shift = new Shift();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread conductor = Thread.currentThread();
    private final long[] sliceEnds = new long[Worker.MAX_SLICES + 1]; // [0] is the start

    CrewRun(int size, long goal, long seed, boolean pinned, Crew.Body body) throws Exception {
        List<Integer> cpus = pinned ? Cores.first(files) : List.of();
        List<Integer> before = pinned ? Affinity.allowed(files) : List.of();
        for (int number = 0; number < size; number++) {
            Worker worker = new Worker(number, shift, goal, seed);
            List<Integer> cpu = cpus.isEmpty() ? List.of() : List.of(cpus.get(number % cpus.size()));
            workers.add(worker);
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("worker " + (number + 1) + " of " + size)
                    .unstarted(() -> main(worker, cpu, before, body)));
        }
    }

    private void main(Worker worker, List<Integer> cpu, List<Integer> before, Crew.Body body) {
        scope.adopt();
        Affinity.pin(cpu);
        OptionalLong waited = Overlap.waitedForCpu(files);
        try {
            arrived.incrementAndGet();
            LockSupport.unpark(conductor);
            for (int spins = 0; shift.phase() == 0; spins++) {
                if (spins < SPINS_AT_START) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this); // more threads than cores: let the others arrive
                }
            }
            if (!shift.over()) {
                worker.begin();
                body.run(worker);
            }
            worker.waitedForCpu(waited, Overlap.waitedForCpu(files));
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
        } finally {
            Affinity.pin(before); // for whatever the system starts from this thread
            left.incrementAndGet();
            LockSupport.unpark(conductor);
        }
    }

    Crew.Work work(long windowNanos, Pulse pulse) throws Exception {
        BusyWork.refine();
        threads.forEach(Thread::start);
        while (arrived.get() < workers.size()) {
            rest(SLICE_NANOS);
        }
        pulse.watch(workers);
        long start = System.nanoTime();
        sliceEnds[0] = start;
        shift.phase(1);
        threads.forEach(LockSupport::unpark);
        long end = windowNanos == Long.MAX_VALUE ? Long.MAX_VALUE : start + windowNanos;
        int slice = 1;
        while (left.get() < workers.size() && failure.get() == null && (end - System.nanoTime() > 0)) {
            rest(Math.min(sliceNanos(windowNanos), end - System.nanoTime()));
            if (slice < Worker.MAX_SLICES && System.nanoTime() < end) {
                sliceEnds[slice++] = System.nanoTime();
                shift.phase(slice);
            }
        }
        List<Long> rounds = workers.stream().map(Worker::done).toList();
        long stop = System.nanoTime();
        shift.phase(Shift.END);
        sliceEnds[slice] = stop;
        while (left.get() < workers.size() && failure.get() == null) {
            rest(SLICE_NANOS);
        }
        rethrow();
        long lastEnd = workers.stream().mapToLong(Worker::endNanos).max().orElse(stop);
        long nanos = windowNanos == Long.MAX_VALUE ? lastEnd - start : stop - start;
        return new Crew.Work(Math.max(1, nanos), rounds, Overlap.of(workers, sliceEnds, slice));
    }

    private static long sliceNanos(long windowNanos) {
        return windowNanos == Long.MAX_VALUE
                ? SLICE_NANOS
                : Math.max(SLICE_NANOS, windowNanos / (Worker.MAX_SLICES / 2));
    }

    /// Waits until something happens, at most `nanos`.
    private void rest(long nanos) {
        LockSupport.parkNanos(this, nanos);
        if (Cancel.requested()) {
            throw new CancellationException("the trial was stopped");
        }
    }

    private void rethrow() throws Exception {
        switch (failure.get()) {
            case null -> {}
            case Exception e -> throw e;
            case Error e -> throw e;
            case Throwable t -> throw new IllegalStateException(t);
        }
    }

    /// Stops whoever still works, and waits for the threads a little. Also for those that have done their work and only
    /// have to end: whoever looks next must not take them for threads that were left running, and stop them.
    @Override
    public void close() {
        shift.phase(Shift.END);
        boolean interrupted = Thread.interrupted(); // so that the waits below wait
        long deadline = System.nanoTime() + STOP_NANOS;
        if (left.get() < workers.size()) {
            scope.stop();
            threads.forEach(Thread::interrupt);
            while (left.get() < workers.size() && deadline - System.nanoTime() > 0) {
                threads.forEach(LockSupport::unpark);
                LockSupport.parkNanos(this, SLICE_NANOS);
            }
        }
        if (join(deadline) || interrupted) {
            conductor.interrupt();
        }
        scope.close();
    }

    /// Waits until every thread has ended or the deadline is over; true when this thread was interrupted meanwhile.
    private boolean join(long deadline) {
        try {
            for (Thread thread : threads) {
                if (thread.isAlive()) {
                    thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
                }
            }
            return false;
        } catch (InterruptedException interrupted) {
            return true;
        }
    }
}
