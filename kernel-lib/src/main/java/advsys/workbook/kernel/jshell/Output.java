package advsys.workbook.kernel.jshell;

import advsys.lab.stop.Scope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Where the output of a pool's workers goes. A thread prints below the cell that started it; a worker that serves many
/// cells was started by the first. `pool.submit(Output.here(() -> …))` prints below the cell that says so, and an
/// interrupt of that cell reaches the task.
public final class Output {
    private Output() {}

    /// `task` as part of the current cell, whichever thread runs it.
    public static Runnable here(Runnable task) {
        Scope scope = Scope.current();
        return () -> run(scope, () -> {
            task.run();
            return null;
        });
    }

    /// `task` as part of the current cell, whichever thread runs it.
    public static <T> Callable<T> call(Callable<T> task) {
        Scope scope = Scope.current();
        return () -> scope == null ? task.call() : scope.call(task);
    }

    private static void run(@Nullable Scope scope, Callable<@Nullable Void> task) {
        try {
            if (scope == null) {
                task.call();
            } else {
                scope.call(task);
            }
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible); // a Runnable throws nothing else
        }
    }
}
