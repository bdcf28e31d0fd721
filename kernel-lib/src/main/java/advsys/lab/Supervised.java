package advsys.lab;

import advsys.lab.stop.Scope;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Runs one trial in a thread, a thread group and a [Scope] of its own, and watches that it gets on.
///
/// - **Guarantee** [#run] returns within 2 s of the last sign of progress and within half a second of an interrupt;
///   then the trial's platform threads have ended, or are named as given up.
/// - **Cost** 0.1 ms per trial. The watching thread wakes twenty times a second.
final class Supervised {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int TICKS_WITHOUT_PROGRESS = 30; // ticks, not time: a machine that stood still proves nothing
    private static final long STOP_NANOS = 450_000_000;
    private static final long LAST_STEPS_NANOS = 20_000_000;

    /// How a trial ended.
    sealed interface End<T> {
        record Value<T>(T value) implements End<T> {}

        record Threw<T>(Throwable thrown) implements End<T> {}

        /// It made no progress and was stopped. `stacks` is where its threads were.
        ///
        /// @param givenUp at least one of them is still there
        record Hung<T>(String stacks, boolean givenUp) implements End<T> {}

        /// The caller was interrupted, or its scope stopped. The interrupt flag is set.
        record Interrupted<T>() implements End<T> {}
    }

    private Supervised() {}

    static <T> End<T> run(String name, Pulse pulse, Callable<T> body) {
        return run(name, pulse, TICKS_WITHOUT_PROGRESS, body);
    }

    /// The same for a body that gives no sign of progress, and is to end within `limit`.
    static <T> End<T> within(String name, Duration limit, Callable<T> body) {
        return run(name, new Pulse(), Math.toIntExact(Math.max(1, limit.dividedBy(TICK))), body);
    }

    private static <T> End<T> run(String name, Pulse pulse, int patience, Callable<T> body) {
        if (Thread.currentThread().isInterrupted()) {
            return new End.Interrupted<>(); // or a body that is quick enough would still have its way
        }
        try (Scope scope = Scope.open(name)) {
            ThreadGroup group = new ThreadGroup(name);
            Outcome<T> outcome = new Outcome<>();
            Thread thread = new Thread(group, () -> outcome.of(scope, body), name);
            thread.setDaemon(true);
            thread.start();
            boolean interrupted = false;
            boolean leftRunning = false;
            try {
                long beats = pulse.read();
                for (int ticks = 0; !thread.join(TICK); ticks++) {
                    long now = pulse.read();
                    if (now != beats) {
                        beats = now;
                        ticks = 0;
                    }
                    if (scope.stopped()) {
                        throw new InterruptedException();
                    }
                    if (ticks >= patience) {
                        String stacks = Stacks.of(group);
                        String left = stop(scope, group);
                        boolean givenUp = !left.isEmpty() || !thread.join(TICK);
                        return new End.Hung<>(stacks + left, givenUp);
                    }
                }
                leftRunning = !endsSoon(group);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            if (interrupted || leftRunning) {
                stop(scope, group); // also what a trial that has ended left running
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
                return new End.Interrupted<>();
            }
            return outcome.end();
        }
    }

    /// Gives threads that are on their way out a moment. To stop the scope is to discard the compiled code of every
    /// woven loop of the JVM: a thread that is about to end is no reason to make the next trials slow.
    private static boolean endsSoon(ThreadGroup group) throws InterruptedException {
        long deadline = System.nanoTime() + LAST_STEPS_NANOS;
        while (group.activeCount() > 0 && deadline - System.nanoTime() > 0) {
            Thread.sleep(1);
        }
        return group.activeCount() == 0;
    }

    /// Stops the threads of a trial and waits a little; says which did not end.
    private static String stop(Scope scope, ThreadGroup group) {
        scope.stop();
        boolean interrupted = false;
        long deadline = System.nanoTime() + STOP_NANOS;
        while (group.activeCount() > 0 && deadline - System.nanoTime() > 0) {
            group.interrupt();
            try {
                Thread.sleep(2);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        String left = group.activeCount() > 0 ? Stacks.of(group) : "";
        return left.isEmpty() ? "" : "\ncannot be stopped, and given up:\n" + left;
    }

    private static final class Outcome<T> {
        private @Nullable End<T> end; // written before the thread ends, read after it was joined

        void of(Scope scope, Callable<T> body) {
            try {
                end = new End.Value<>(scope.call(body));
            } catch (Throwable thrown) {
                end = new End.Threw<>(thrown);
            }
        }

        End<T> end() {
            return end == null ? new End.Threw<>(new IllegalStateException("the trial's thread died")) : end;
        }
    }
}
