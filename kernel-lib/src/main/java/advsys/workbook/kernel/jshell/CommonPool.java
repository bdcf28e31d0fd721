package advsys.workbook.kernel.jshell;

import advsys.lab.stop.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinWorkerThread;

/// Makes the workers of the JVM's common pool, which parallel streams of all cells share, so that a cell that hangs in
/// one can be stopped: they belong to a scope of their own, which is stopped together with the cell's.
///
/// The JDK's own workers forget what they inherited before each task. Public only because the JVM makes it, by the name
/// in the system property that [#install] sets before the pool exists.
public final class CommonPool implements ForkJoinWorkerThreadFactory {
    private static final Set<Scope> SCOPES =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static final Set<Thread> WORKERS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static final ThreadGroup GROUP = Thread.currentThread().getThreadGroup();
    private static Scope newest = fresh(); // guarded by the class

    /// Makes this the common pool's factory, if the pool does not exist yet.
    static void install() {
        System.setProperty("java.util.concurrent.ForkJoinPool.common.threadFactory", CommonPool.class.getName());
    }

    /// True for the scope of workers of the pool.
    static boolean owns(Scope scope) {
        return SCOPES.contains(scope);
    }

    /// Stops what the workers run now, by a scope that must be closed when it has ended; later workers have a new one.
    static synchronized Scope stop() {
        Scope stopped = newest;
        newest = fresh();
        SCOPES.forEach(Scope::stop);
        return stopped;
    }

    /// The workers that have something to do.
    static List<Thread> working() {
        List<Thread> working;
        synchronized (WORKERS) {
            working = new ArrayList<>(WORKERS);
        }
        working.removeIf(worker -> !worker.isAlive() || CellThreads.isIdle(worker));
        return working;
    }

    private static synchronized void adoptNewest() {
        newest.adopt();
    }

    private static Scope fresh() {
        Scope scope = Scope.root("parallel streams");
        SCOPES.add(scope);
        return scope;
    }

    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
        return new Worker(pool);
    }

    private static final class Worker extends ForkJoinWorkerThread {
        Worker(ForkJoinPool pool) {
            super(GROUP, pool, true); // not the group of the cell that happens to be first
        }

        @Override
        protected void onStart() {
            super.onStart();
            WORKERS.add(this);
            adoptNewest();
        }
    }
}
