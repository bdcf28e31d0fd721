package advsys.multiprocessor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// The monitors of objects among simulated threads. Taking a monitor or giving it up is a write to the object's header;
/// who finds it taken sleeps, and is served in turn.
final class Monitors {
    private static final int HEADER = 0;

    private static final class Monitor {
        @Nullable
        SimulatedThread owner;

        int depth;
        final Deque<SimulatedThread> entering = new ArrayDeque<>();
        final Deque<SimulatedThread> waiting = new ArrayDeque<>();
    }

    private final Simulation simulation;
    private final IdentityHashMap<Object, Monitor> monitors = new IdentityHashMap<>();

    Monitors(Simulation simulation) {
        this.simulation = simulation;
    }

    private Monitor of(Object object) {
        return monitors.computeIfAbsent(object, unknown -> new Monitor());
    }

    void enter(Object object) {
        simulation.access(object, HEADER, true);
        Monitor monitor = of(object);
        if (monitor.owner == simulation.thread()) {
            monitor.depth++;
        } else {
            take(monitor, object, 1);
        }
    }

    private void take(Monitor monitor, Object object, int depth) {
        SimulatedThread thread = simulation.thread();
        if (monitor.owner == null) {
            monitor.owner = thread;
        } else {
            monitor.entering.add(thread);
            simulation.block(
                    "the monitor of a " + object.getClass().getSimpleName() + holder(monitor),
                    false,
                    Simulation.NO_LIMIT); // the leaver hands it over
        }
        monitor.depth = depth;
    }

    private static String holder(Monitor monitor) {
        SimulatedThread owner = monitor.owner;
        return owner == null ? "" : ", which " + owner.name() + " holds";
    }

    void exit(Object object) {
        simulation.access(object, HEADER, true);
        Monitor monitor = owned(object, "leave");
        if (--monitor.depth == 0) {
            handOver(monitor);
        }
    }

    private void handOver(Monitor monitor) {
        SimulatedThread next = monitor.entering.poll();
        monitor.owner = next;
        if (next != null) {
            simulation.unblock(next);
        }
    }

    void await(Object object, long nanos) throws InterruptedException {
        simulation.access(object, HEADER, true);
        Monitor monitor = owned(object, "wait at");
        SimulatedThread thread = simulation.thread();
        Threads.throwIfInterrupted(thread);
        int depth = monitor.depth;
        thread.notified = false;
        monitor.waiting.add(thread);
        handOver(monitor);
        simulation.block("a notify at a " + object.getClass().getSimpleName(), true, nanos);
        if (!thread.notified) { // late, or interrupted
            monitor.waiting.remove(thread);
            simulation.access(object, HEADER, true);
            take(monitor, object, depth);
            Threads.throwIfInterrupted(thread);
        }
        monitor.depth = depth;
    }

    void signal(Object object, boolean all) {
        simulation.access(object, HEADER, true);
        Monitor monitor = owned(object, "notify");
        for (boolean more = true; more; ) {
            SimulatedThread woken = monitor.waiting.poll();
            if (woken == null) {
                return;
            }
            if (woken.state == SimulatedThread.State.BLOCKED) { // else its time is over: that notifies nobody
                woken.notified = true;
                woken.interruptible = false; // from now on it waits for the monitor
                woken.waits++;
                monitor.entering.add(woken);
                more = all;
            }
        }
    }

    boolean isOwned(Object object) {
        return of(object).owner == simulation.thread();
    }

    private Monitor owned(Object object, String what) {
        Monitor monitor = of(object);
        if (monitor.owner != simulation.thread()) {
            throw new IllegalMonitorStateException(simulation.thread().name() + " would " + what + " the monitor of a "
                    + object.getClass().getSimpleName() + " that it does not own");
        }
        return monitor;
    }
}
