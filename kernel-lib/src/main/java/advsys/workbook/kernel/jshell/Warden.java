package advsys.workbook.kernel.jshell;

import advsys.lab.stop.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches threads that were given up. While they stand still they cost nothing, and neither do stop checks; when one
/// runs again, the checks are switched on until it has ended or stands still once more.
///
/// Their own scopes are stopped for good, so that whichever scope switches the checks on, they are the ones that end.
final class Warden {
    private static final long PERIOD_MILLIS = 250;

    private final List<Thread> watched = new ArrayList<>(); // guarded by this
    private @Nullable Thread patrol; // guarded by this

    synchronized void watch(List<Thread> threads) {
        watched.addAll(threads);
        if (patrol == null && !watched.isEmpty()) {
            patrol = Thread.ofPlatform().daemon().name("advsys warden").start(this::patrol);
        }
    }

    private void patrol() {
        Scope checks = null;
        try {
            while (anyAlive()) {
                boolean running = anyRunning();
                if (running && checks == null) {
                    checks = Scope.root("given-up threads");
                    checks.stop();
                } else if (!running && checks != null) {
                    checks.close();
                    checks = null;
                }
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            if (checks != null) {
                checks.close();
            }
        }
    }

    private synchronized boolean anyAlive() {
        watched.removeIf(thread -> !thread.isAlive());
        if (watched.isEmpty()) {
            patrol = null;
            return false;
        }
        return true;
    }

    private synchronized boolean anyRunning() {
        return watched.stream().anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE);
    }
}
