package advsys.lab;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a long piece of work is: a bar in place, at most ten times a second, or plain lines where nothing can be
/// replaced. It ends visibly finished or stopped.
public final class Progress implements AutoCloseable {
    private static final long UPDATE_NANOS = 100_000_000;
    private static final long LINE_NANOS = 5_000_000_000L;
    private static final int BAR = 20;

    private final String what;
    private final long total;
    private final Display display = Display.here();
    private final long start = System.nanoTime();
    private Display.@Nullable Shelf shelf;
    private long shownAt;
    private long done;
    private String now = "";
    private boolean stopped;
    private boolean closed;

    private Progress(String what, long total) {
        this.what = what;
        this.total = total;
    }

    /// Begins to show progress of `what` towards `total` steps; 0 when nobody knows how many it will be.
    ///
    /// @throws IllegalArgumentException if `total` is negative
    public static Progress of(String what, long total) {
        if (total < 0) {
            throw new IllegalArgumentException("a total of " + total + " steps");
        }
        Progress progress = new Progress(what, total);
        progress.show("running");
        return progress;
    }

    /// `done` of the steps are done.
    public synchronized void done(long done) {
        this.done = done;
        tick();
    }

    /// What is being done now: "warming up TasLock".
    public synchronized void note(String now) {
        this.now = now;
        tick();
    }

    /// The work ends before its end.
    public synchronized void stopped() {
        stopped = true;
    }

    /// Shows the end.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            show(stopped ? "stopped" : "finished");
        }
    }

    private void tick() {
        long wait = display.live() ? UPDATE_NANOS : LINE_NANOS;
        if (!closed && System.nanoTime() - shownAt >= wait) {
            show("running");
        }
    }

    private void show(String state) {
        shownAt = System.nanoTime();
        boolean first = shelf == null;
        if (first && !display.live() && state.equals("running")) {
            shelf = replacement -> {}; // a line for work that takes long, none for work that does not
            return;
        }
        Map<String, Object> ours = Map.of("advsys", Map.of("progress", state));
        Bundle bundle = new Bundle(Map.of(Bundle.TEXT, text(state)), ours);
        if (shelf == null || !display.live()) {
            shelf = display.show(bundle);
        } else {
            shelf.replace(bundle);
        }
    }

    /// "stampede  ██████████░░░░░░░░░░  90 of 180 · 4 s left · TtasLock"
    String text(String state) {
        double seconds = (System.nanoTime() - start) / 1e9;
        String far = total == 0 ? done + " done" : bar(state) + "  " + done + " of " + total;
        return switch (state) {
            case "finished" -> what + "  " + far + " · " + time(seconds);
            case "stopped" -> what + "  " + far + " · stopped after " + time(seconds);
            default ->
                what + "  " + far
                        + (done == 0 || total == 0 ? "" : " · " + time(seconds / done * (total - done)) + " left")
                        + (now.isEmpty() ? "" : " · " + now);
        };
    }

    private String bar(String state) {
        double share = state.equals("finished") ? 1 : Math.min(1, (double) done / total);
        int full = (int) Math.round(share * BAR);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private static String time(double seconds) {
        return seconds < 9.95
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : seconds < 120 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }
}
