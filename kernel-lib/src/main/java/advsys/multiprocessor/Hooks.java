package advsys.multiprocessor;

import java.lang.invoke.VarHandle;

/// What woven code calls in front of an access. Outside of a simulation nothing happens. Public only because woven
/// classes link to it, as are [MonitorHooks], [ThreadHooks] and [RandomHooks].
public final class Hooks {
    private static int untilLook = Budget.LOOK; // turns of loops

    private Hooks() {}

    /// The access that comes next stands at this place of the source.
    public static void at(int place) {
        Interleaving.at(place);
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
        if (first != null && simulation.isLast(handle)) {
            simulation.access(first, simulation.offset(handle, first), store);
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

    /// A field of `object` through an updater of java.util.concurrent.atomic.
    public static void updater(Object updater, Object object, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation != null && object != null) {
            simulation.access(object, simulation.layouts().offset(object.getClass(), Updaters.field(updater)), store);
        }
    }

    public static void atomicElement(Object atomicArray, int index, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation != null && atomicArray != null && index >= 0) {
            simulation.access(atomicArray, Layouts.ARRAY + 8 * index, store);
        }
    }

    /// A loop turns once more: even one that touches no shared memory does not go on for ever.
    public static void turn() {
        if (--untilLook == 0) {
            untilLook = Budget.LOOK;
            Simulation simulation = Simulation.running();
            if (simulation != null) {
                simulation.turned();
            }
        }
    }

    /// In place of a call inside the JDK that cannot be simulated.
    @SuppressWarnings("DoNotCallSuggester") // nobody does but woven code
    public static void refuse(String what, String remedy) {
        throw new Ended("a simulated machine cannot run " + what + ", called" + Interleaving.where() + ": " + remedy);
    }

    /// The class initialiser of a woven class begins, or ends.
    public static void initialiser(boolean begins) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.initialiser(begins);
        }
    }

    /// The class initialiser of a woven class has thrown: the JVM keeps the class as one that cannot be used.
    public static void initialiserFailed(Class<?> type) {
        initialiser(false);
        if (type.getClassLoader() instanceof Twins twins) {
            twins.isNotToBeKept();
        }
    }

    /// Copies as the JDK does, an element at a time: each is read, and written.
    @SuppressWarnings("SuspiciousSystemArraycopy") // as the caller's own
    public static void arraycopy(Object from, int start, Object to, int target, int length) {
        if (Simulation.running() == null || from == null || to == null || length <= 0 || start < 0 || target < 0) {
            System.arraycopy(from, start, to, target, length);
            return;
        }
        boolean backwards = from.equals(to) && start < target;
        for (int i = 0; i < length; i++) {
            int at = backwards ? length - 1 - i : i;
            readElement(from, start + at);
            writeElement(to, target + at);
            System.arraycopy(from, start + at, to, target + at, 1);
        }
    }
}
