package advsys.workbook.rerun;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// How far a sweep has come, for people: one line in place on a terminal, a line now and then in a pipe. When the
/// process is told to end it says what is kept.
final class SweepProgress {
    private static final long PIPE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long TERMINAL_NANOS = Duration.ofMillis(100).toNanos();

    private final int all;
    private final int before;
    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long started;
    private final Farewell farewell = new Farewell(this::tellInterrupted);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile String where = "";
    private long told;

    SweepProgress(int all, int before, PrintWriter out, boolean terminal) {
        this(all, before, out, terminal, System::nanoTime);
    }

    /// @param clock nanoseconds since whenever
    SweepProgress(int all, int before, PrintWriter out, boolean terminal, LongSupplier clock) {
        this.clock = clock;
        this.started = clock.getAsLong();
        this.told = started;
        this.all = all;
        this.before = before;
        this.out = out;
        this.terminal = terminal;
    }

    void begin(Grid grid, Path folder, long others) {
        where = folder.toString();
        out.println(all + (all == 1 ? " point" : " points") + (grid.axes().isEmpty() ? "" : ": " + grid));
        if (before > 0) {
            out.println(before + " of them are there from before");
        }
        if (others > 0) {
            out.println(others + " other points in " + folder
                    + " are of other parameters, another notebook or other code: they stay, and are not used");
        }
        out.flush();
        farewell.expect();
    }

    void point() {
        done.incrementAndGet();
        tell();
    }

    void failed(String cell, String what) {
        failed.incrementAndGet();
        clear();
        out.println("FAILED in cell '" + cell + "': " + what);
        point();
    }

    private void tell() {
        long now = clock.getAsLong();
        if (now - told < (terminal ? TERMINAL_NANOS : PIPE_NANOS)) {
            return;
        }
        told = now;
        clear();
        String line = (before + done.get()) + " of " + all + ", " + left(now - started) + " left"
                + (failed.get() > 0 ? ", " + failed + " failed" : "");
        if (terminal) {
            out.print(line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    private String left(long elapsed) {
        double seconds = elapsed / 1e9 / Math.max(1, done.get()) * (all - before - done.get());
        return seconds < 90
                ? Math.round(seconds) + " s"
                : seconds < 5400
                        ? Math.round(seconds / 60) + " min"
                        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    private void clear() {
        if (terminal) {
            out.print("\r\u001b[K");
        }
    }

    void end() {
        farewell.forget();
        clear();
    }

    void interrupted() {
        farewell.say();
    }

    private void tellInterrupted() {
        out.println();
        out.println("interrupted: " + (before + done.get()) + " of " + all + " points are done and kept in " + where
                + "; the same command goes on with the others");
        out.flush();
    }
}
