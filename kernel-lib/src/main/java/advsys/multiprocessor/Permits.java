package advsys.multiprocessor;

import org.jspecify.annotations.Nullable;

/// The permits of LockSupport, one a thread.
final class Permits {
    private Permits() {}

    static void park(Simulation simulation, @Nullable Object blocker, long nanos) {
        simulation.step();
        SimulatedThread thread = simulation.thread();
        if (!thread.permit && !thread.interrupted && nanos != 0) {
            thread.blocker = blocker;
            thread.parked = true;
            simulation.block("LockSupport.unpark" + of(blocker), true, nanos);
            thread.parked = false;
            thread.blocker = null;
        }
        thread.permit = false;
    }

    private static String of(@Nullable Object blocker) {
        return blocker == null ? "" : ", blocked by a " + blocker.getClass().getSimpleName();
    }

    static void unpark(Simulation simulation, Thread identity) {
        simulation.step();
        SimulatedThread thread = simulation.threads().of(identity);
        if (thread != null) {
            thread.permit = true;
            if (thread.parked) {
                thread.parked = false;
                simulation.unblock(thread);
            }
        }
    }
}
