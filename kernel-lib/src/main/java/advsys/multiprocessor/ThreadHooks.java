package advsys.multiprocessor;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// In place of the threads of the host, of their clock and of LockSupport. Public only because woven classes link to
/// it.
public final class ThreadHooks {
    private ThreadHooks() {}

    /// The simulation, for what makes no sense outside of one.
    static Simulation here(String what) {
        Simulation simulation = Simulation.running();
        if (simulation == null) {
            throw new IllegalStateException("nobody can " + what + " here: no simulation is running, and the subject"
                    + " has no threads. Do so in a worker of the crew");
        }
        return simulation;
    }

    /// A pause; `kind` is what [SpinLoops] knows of its loop.
    public static void onSpinWait(int kind) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.pause(kind);
        }
    }

    public static void yieldNow() {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.yieldNow();
        }
    }

    public static void sleep(long millis) throws InterruptedException {
        sleepNanos(Durations.nanos(millis, 0));
    }

    public static void sleep(long millis, int nanos) throws InterruptedException {
        sleepNanos(Durations.nanos(millis, nanos));
    }

    public static void sleep(Duration duration) throws InterruptedException {
        sleepNanos(Durations.nanos(duration));
    }

    public static void sleep(TimeUnit unit, long length) throws InterruptedException {
        sleepNanos(Durations.limited(unit.toNanos(length)));
    }

    private static void sleepNanos(long nanos) throws InterruptedException {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.threads().sleep(nanos);
        }
    }

    public static void park() {
        park(null, Simulation.NO_LIMIT);
    }

    public static void park(Object blocker) {
        park(blocker, Simulation.NO_LIMIT);
    }

    public static void parkNanos(long nanos) {
        park(null, Durations.limited(nanos));
    }

    public static void parkNanos(Object blocker, long nanos) {
        park(blocker, Durations.limited(nanos));
    }

    static void park(@Nullable Object blocker, long nanos) {
        Permits.park(here("park"), blocker, nanos);
    }

    public static void unpark(Thread thread) {
        Simulation simulation = Simulation.running();
        if (simulation != null && thread != null) {
            Permits.unpark(simulation, thread);
        }
    }

    /// The JDK says so beforehand in some places: here [#park] is told.
    public static void setCurrentBlocker(Object blocker) {}

    public static @Nullable Object getBlocker(Thread thread) {
        Simulation simulation = Simulation.running();
        SimulatedThread known = simulation == null ? null : simulation.threads().of(thread);
        return known == null ? null : known.blocker;
    }

    public static long getThreadId(Thread thread) {
        return thread.threadId();
    }

    /// Nobody else works in the meantime: the machine's threads are no pool's.
    public static void managedBlock(ManagedBlocker blocker) throws InterruptedException {
        while (!blocker.isReleasable() && !blocker.block()) {
            // again
        }
    }

    public static Thread currentThread() {
        Simulation simulation = Simulation.running();
        return simulation == null ? Thread.currentThread() : simulation.thread().identity;
    }

    public static void start(Thread thread) {
        here("start a thread").threads().start(thread);
    }

    public static Thread startVirtualThread(Runnable body) {
        Thread thread = Thread.ofPlatform().unstarted(body);
        start(thread);
        return thread;
    }

    public static Thread start(Thread.Builder builder, Runnable body) {
        Thread thread = unstarted(builder, body);
        start(thread);
        return thread;
    }

    /// A virtual thread runs as any other does here.
    public static Thread unstarted(Thread.Builder builder, Runnable body) {
        return builder instanceof Thread.Builder.OfVirtual
                ? Thread.ofPlatform().unstarted(body)
                : builder.unstarted(body);
    }

    public static ThreadFactory factory(Thread.Builder builder) {
        return body -> unstarted(builder, body);
    }

    public static void join(Thread thread) throws InterruptedException {
        here("join").threads().join(thread, Simulation.NO_LIMIT);
    }

    public static void join(Thread thread, long millis) throws InterruptedException {
        join(thread, millis, 0);
    }

    /// As in the JDK, no time at all is no limit.
    public static void join(Thread thread, long millis, int nanos) throws InterruptedException {
        long limit = Durations.nanos(millis, nanos);
        here("join").threads().join(thread, limit == 0 ? Simulation.NO_LIMIT : limit);
    }

    public static boolean join(Thread thread, Duration duration) throws InterruptedException {
        here("join").threads().join(thread, Durations.nanos(duration));
        return !isAlive(thread);
    }

    public static void interrupt(Thread thread) {
        here("interrupt").threads().interrupt(thread);
    }

    public static boolean isInterrupted(Thread thread) {
        Simulation simulation = Simulation.running();
        return simulation != null && simulation.threads().isInterrupted(thread, false);
    }

    public static boolean interrupted() {
        Simulation simulation = Simulation.running();
        return simulation != null && simulation.threads().isInterrupted(simulation.thread().identity, true);
    }

    public static boolean isAlive(Thread thread) {
        Simulation simulation = Simulation.running();
        return simulation != null && simulation.threads().isAlive(thread);
    }

    public static Thread.State getState(Thread thread) {
        Simulation simulation = Simulation.running();
        return simulation == null ? Thread.State.NEW : simulation.threads().state(thread);
    }

    /// Those of the machine; in a class initialiser, which serves all machines, those of the largest.
    public static int availableProcessors(Runtime host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? Multiprocessor.MOST_CPUS : simulation.processors();
    }

    public static long nanoTime() {
        Simulation simulation = Simulation.running();
        if (simulation == null) {
            return System.nanoTime();
        }
        simulation.current().notSpinning(); // a loop that looks at the clock does more than wait for a line
        return simulation.nanos();
    }

    public static <T> ThreadLocal<T> withInitial(Supplier<? extends T> first) {
        return new SimulatedLocal<>(first);
    }
}
