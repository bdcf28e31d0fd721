package advsys.multiprocessor;

/// In place of the JVM's monitors. Outside of a simulation a subject belongs to one thread, and there is nothing to do.
/// Public only because woven classes link to it.
public final class MonitorHooks {
    private MonitorHooks() {}

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

    public static boolean holdsLock(Object object) {
        Simulation simulation = Simulation.running();
        return simulation != null && simulation.monitors().isOwned(object);
    }

    public static void await(Object object) throws InterruptedException {
        ThreadHooks.here("wait").monitors().await(object, Simulation.NO_LIMIT);
    }

    public static void await(Object object, long millis) throws InterruptedException {
        await(object, millis, 0);
    }

    /// As in the JDK, no time at all is no limit.
    public static void await(Object object, long millis, int nanos) throws InterruptedException {
        long limit = Durations.nanos(millis, nanos);
        ThreadHooks.here("wait").monitors().await(object, limit == 0 ? Simulation.NO_LIMIT : limit);
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
}
