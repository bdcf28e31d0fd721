package advsys.workbook.kernel.jshell;

import advsys.lab.stop.Scope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// One piece of work of the main thread, and what became of it.
final class Job {
    private final Scope scope;
    private final ClassLoader loader;
    private final Callable<?> work;
    private final Object monitor;

    private volatile boolean done;
    private @Nullable Object value; // these two are published by `done`
    private @Nullable Throwable failure;

    /// @param loader the context class loader while it runs
    /// @param monitor is notified when it has ended
    Job(Scope scope, ClassLoader loader, Callable<?> work, Object monitor) {
        this.scope = scope;
        this.loader = loader;
        this.work = work;
        this.monitor = monitor;
    }

    /// Does the work in the current thread.
    void run() {
        Thread.interrupted(); // an interrupt of the cell before is not for this one
        Thread.currentThread().setContextClassLoader(loader);
        try {
            value = scope.call(work::call);
        } catch (Throwable thrown) { // also errors: the reader's code may throw anything, and the thread goes on
            failure = thrown;
        } finally {
            synchronized (monitor) {
                done = true;
                monitor.notifyAll();
            }
        }
    }

    boolean done() {
        return done;
    }

    /// The value, once [#done].
    @Nullable
    Object value() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return value;
    }
}
