package advsys.multiprocessor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// The monitors of objects, and the permits of LockSupport, among simulated CPUs. Taking a monitor or giving it up is a
/// write to the object's header; who finds it taken sleeps, and is served in turn.
final class Monitors {
    private static final int HEADER = 0;

    private static final class Monitor {
        @Nullable
        Cpu owner;

        int depth;
        final Deque<Cpu> entering = new ArrayDeque<>();
        final Deque<Cpu> waiting = new ArrayDeque<>();
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
        Cpu cpu = simulation.current();
        if (monitor.owner == null || monitor.owner == cpu) {
            monitor.owner = cpu;
            monitor.depth++;
            return;
        }
        monitor.entering.add(cpu);
        simulation.block("the monitor of a " + object.getClass().getSimpleName()); // the leaver hands it over
    }

    void exit(Object object) {
        simulation.access(object, HEADER, true);
        Monitor monitor = owned(object, "leave");
        if (--monitor.depth == 0) {
            handOver(monitor);
        }
    }

    private void handOver(Monitor monitor) {
        Cpu next = monitor.entering.poll();
        monitor.owner = next;
        if (next != null) {
            monitor.depth = 1;
            simulation.unblock(next);
        }
    }

    void await(Object object) {
        simulation.access(object, HEADER, true);
        Monitor monitor = owned(object, "wait at");
        Cpu cpu = simulation.current();
        int depth = monitor.depth;
        monitor.waiting.add(cpu);
        handOver(monitor);
        simulation.block("a notify at a " + object.getClass().getSimpleName());
        monitor.depth = depth;
    }

    void signal(Object object, boolean all) {
        simulation.access(object, HEADER, true);
        Monitor monitor = owned(object, "notify");
        do {
            Cpu woken = monitor.waiting.poll();
            if (woken == null) {
                return;
            }
            monitor.entering.add(woken);
        } while (all);
    }

    private Monitor owned(Object object, String what) {
        Monitor monitor = of(object);
        if (monitor.owner != simulation.current()) {
            throw new IllegalMonitorStateException(simulation.current().name() + " would " + what + " the monitor of a "
                    + object.getClass().getSimpleName() + " that it does not own");
        }
        return monitor;
    }

    void park() {
        Cpu cpu = simulation.current();
        simulation.spend(0);
        if (!cpu.permit) {
            cpu.parked = true;
            simulation.block("LockSupport.unpark");
            cpu.parked = false;
        }
        cpu.permit = false;
    }

    void unpark(Thread identity) {
        for (Cpu cpu : simulation.cpus()) {
            if (cpu.identity.equals(identity)) {
                unpark(cpu);
            }
        }
    }

    private void unpark(Cpu cpu) {
        simulation.spend(0);
        cpu.permit = true;
        if (cpu.parked) {
            cpu.parked = false;
            simulation.unblock(cpu);
        }
    }
}
