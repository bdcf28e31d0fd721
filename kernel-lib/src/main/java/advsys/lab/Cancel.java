package advsys.lab;

import advsys.lab.stop.Scope;
import java.util.concurrent.CancellationException;

/// Polled by long work, so that interrupting a cell always works.
public final class Cancel {
    private Cancel() {}

    /// True when the current thread was interrupted or its scope stopped.
    public static boolean requested() {
        if (Thread.currentThread().isInterrupted()) {
            return true;
        }
        Scope scope = Scope.current();
        return scope != null && scope.stopped();
    }

    /// Ends the work when it is to end.
    ///
    /// @throws CancellationException then
    public static void poll() {
        if (requested()) {
            throw new CancellationException("interrupted");
        }
    }
}
