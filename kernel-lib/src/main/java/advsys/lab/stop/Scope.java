package advsys.lab.stop;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What a thread belongs to: a cell, or a trial within a cell. Threads inherit the scope of the thread that starts
/// them.
///
/// A scope is stopped once and for good; its children are stopped with it. It must be closed, which ends the search for
/// its threads: until then every woven loop of the JVM runs with a check.
///
/// - **Guarantee** after [#stop] every thread of the scope that runs woven code throws [StopError] at its next check.
/// - **Cost** nothing while no scope is stopped; one deoptimisation of the running loops when the first is.
public final class Scope implements AutoCloseable {
    private static final InheritableThreadLocal<@Nullable Scope> CURRENT = new InheritableThreadLocal<>();

    private final String name;
    private final @Nullable Scope parent;
    private volatile boolean stopped;
    private boolean armed; // guarded by this
    private boolean closed; // guarded by this: a stop that comes late must not arm the checks for good

    private Scope(String name, @Nullable Scope parent) {
        this.name = name;
        this.parent = parent;
    }

    /// Opens a scope within the current thread's scope, if it has one. `name` is what messages call it, "cell 4".
    public static Scope open(String name) {
        return new Scope(name, current());
    }

    /// Opens a scope that belongs to no other.
    public static Scope root(String name) {
        return new Scope(name, null);
    }

    /// The scope of this thread, or null outside any.
    public static @Nullable Scope current() {
        return CURRENT.get();
    }

    public String name() {
        return name;
    }

    public @Nullable Scope parent() {
        return parent;
    }

    /// Runs `body` in this thread with this scope as the current one, and restores what was before.
    public <T extends @Nullable Object> T call(Callable<T> body) throws Exception {
        Scope before = CURRENT.get();
        CURRENT.set(this);
        try {
            return body.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /// Makes this the scope of the current thread until it ends: for the first line of a thread that a pool made.
    public void adopt() {
        CURRENT.set(this);
    }

    /// Stops the threads of this scope at their next check. Does not interrupt them and does not wait.
    public synchronized void stop() {
        stopped = true;
        if (!armed && !closed) {
            armed = true;
            StopCheck.arm();
        }
    }

    /// True when this scope or one around it was stopped.
    public boolean stopped() {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.stopped) {
                return true;
            }
        }
        return false;
    }

    /// Ends the search for threads of this scope; one that is still running woven code after this runs on.
    @Override
    public synchronized void close() {
        closed = true;
        if (armed) {
            armed = false;
            StopCheck.disarm();
        }
    }

    @Override
    public String toString() {
        return parent == null ? name : parent + " / " + name;
    }
}
