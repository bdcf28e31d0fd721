package advsys.multiprocessor;

import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// What woven code calls in front of an access, or in place of a call that a simulated CPU has to answer. Outside of a
/// simulation they do what the original would. Public only because woven classes link to it.
public final class Hooks {
    private Hooks() {}

    /// The access that comes next stands at this place of the source.
    public static void at(int place) {
        Simulation.at(place);
    }

    public static void read(Object object, int site) {
        field(object, site, false);
    }

    public static void write(Object object, int site) {
        field(object, site, true);
    }

    private static void field(Object object, int site, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation != null && object != null) {
            if (site < 0) { // a volatile field
                simulation.access(object, Sites.offset(~site, object, simulation.layouts()), store);
            } else {
                simulation.accessData(object, Sites.offset(site, object, simulation.layouts()), store);
            }
        }
    }

    public static void readStatic(Class<?> owner, int site) {
        statics(owner, site, false);
    }

    public static void writeStatic(Class<?> owner, int site) {
        statics(owner, site, true);
    }

    private static void statics(Class<?> owner, int site, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            String name = Sites.name(site < 0 ? ~site : site);
            simulation.access(owner, simulation.layouts().staticOffset(owner, name), store);
        }
    }

    public static void readElement(Object array, int index) {
        element(array, index, false);
    }

    public static void writeElement(Object array, int index) {
        element(array, index, true);
    }

    private static void element(Object array, int index, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation != null && array != null && index >= 0) {
            simulation.accessData(array, Layouts.element(array.getClass(), index), store);
        }
    }

    /// An access through a handle: `first` is its first coordinate, or null, and `second` the index in an array.
    public static void varHandle(VarHandle handle, Object first, int second, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation == null) {
            return;
        }
        switch (handle.coordinateTypes().size()) {
            case 0 -> simulation.access(handle, Layouts.HEADER, store);
            case 1 -> {
                if (first != null) {
                    simulation.access(first, simulation.offset(handle, first), store);
                }
            }
            default -> {
                if (first != null && second >= 0) {
                    simulation.access(first, Layouts.element(first.getClass(), second), store);
                }
            }
        }
    }

    /// An atomic: its value is its only field.
    public static void atomic(Object atomic, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation != null && atomic != null) {
            simulation.access(atomic, Layouts.HEADER, store);
        }
    }

    public static void atomicElement(Object atomicArray, int index, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation != null && atomicArray != null && index >= 0) {
            simulation.access(atomicArray, Layouts.ARRAY + 8 * index, store);
        }
    }

    public static void monitorEnter(Object object) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.monitors().enter(object);
        }
    }

    public static void monitorExit(Object object) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.monitors().exit(object);
        }
    }

    public static void await(Object object) {
        Simulation simulation = Simulation.running();
        if (simulation == null) {
            throw new IllegalStateException("there is nobody to wait for: no simulation is running");
        }
        simulation.monitors().await(object);
    }

    public static void signal(Object object) {
        notify(object, false);
    }

    public static void signalAll(Object object) {
        notify(object, true);
    }

    private static void notify(Object object, boolean all) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.monitors().signal(object, all);
        }
    }

    /// A pause; `kind` is what [SpinLoops] knows of its loop.
    public static void onSpinWait(int kind) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.pause(kind);
        }
    }

    public static void yieldNow() {
        onSpinWait(SpinLoops.OTHER);
    }

    public static void sleep(long millis) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.spend(1_000_000 * millis);
        }
    }

    public static void park() {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.monitors().park();
        }
    }

    public static void park(Object blocker) {
        park();
    }

    public static void unpark(Thread thread) {
        Simulation simulation = Simulation.running();
        if (simulation != null && thread != null) {
            simulation.monitors().unpark(thread);
        }
    }

    public static Thread currentThread() {
        Simulation simulation = Simulation.running();
        return simulation == null ? Thread.currentThread() : simulation.current().identity;
    }

    public static long nanoTime() {
        Simulation simulation = Simulation.running();
        return simulation == null ? System.nanoTime() : simulation.nanos();
    }

    public static <T> ThreadLocal<T> withInitial(Supplier<? extends T> first) {
        return new SimulatedLocal<>(first);
    }

    public static int nextInt(ThreadLocalRandom host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextInt() : simulation.random().nextInt();
    }

    public static int nextInt(ThreadLocalRandom host, int bound) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextInt(bound) : simulation.random().nextInt(bound);
    }

    public static int nextInt(ThreadLocalRandom host, int origin, int bound) {
        Simulation simulation = Simulation.running();
        return simulation == null
                ? host.nextInt(origin, bound)
                : simulation.random().nextInt(origin, bound);
    }

    public static long nextLong(ThreadLocalRandom host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextLong() : simulation.random().nextLong();
    }

    public static boolean nextBoolean(ThreadLocalRandom host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextBoolean() : simulation.random().nextBoolean();
    }

    public static double nextDouble(ThreadLocalRandom host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextDouble() : simulation.random().nextDouble();
    }
}
