package advsys.workbook.kernel.jshell;

import advsys.lab.stop.StopError;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The group of the notebook's threads: what one of them throws is shown below its cell. Virtual threads have no group,
/// so the JVM's default handler does the same for them.
final class NotebookThreads extends ThreadGroup implements AutoCloseable {
    private final BiConsumer<Thread, Throwable> shows;
    private final Thread.@Nullable UncaughtExceptionHandler before;

    /// @param shows shows an exception, called in the thread that dies of it
    NotebookThreads(BiConsumer<Thread, Throwable> shows) {
        super("notebook");
        this.shows = shows;
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this::uncaughtOutside);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!(thrown instanceof StopError)) { // the thread ended because the cell was interrupted
            shows.accept(thread, thrown);
        }
    }

    private void uncaughtOutside(Thread thread, Throwable thrown) {
        if (thread.isVirtual()) {
            uncaughtException(thread, thrown);
        } else if (before != null) {
            before.uncaughtException(thread, thrown);
        } else {
            super.uncaughtException(thread, thrown);
        }
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
