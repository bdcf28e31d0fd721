package advsys.workbook.rerun;

import advsys.lab.HostCard;
import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// One run of a notebook with other parameters: `./workbook run`.
///
/// - **Guarantee** what is wrong with the call is told before a kernel starts. The executed notebook is written whole
///   when the last cell has ended, or when one failed; an interrupted run writes nothing.
public final class Run {
    private final Notebook notebook;
    private final Map<String, Value> values;
    private final Path output;

    /// @param values what to set, read by [Parameters]
    /// @param output where the executed notebook goes
    public Run(Notebook notebook, Map<String, Value> values, Path output) {
        this.notebook = notebook;
        this.values = values;
        this.output = output;
    }

    /// Runs it, and says on `out` what happens; true when every cell ran.
    ///
    /// @param python starts the driver's script with one argument
    /// @param progress name each cell as it begins, over the one before
    /// @throws IOException if there is no such kernel, or the output cannot be written
    public boolean execute(
            Function<Path, ProcessBuilder> python, String kernel, boolean quick, PrintWriter out, boolean progress)
            throws IOException, InterruptedException {
        AtomicInteger status = new AtomicInteger(-1);
        AtomicReference<String> running = new AtomicReference<>("");
        Farewell farewell = new Farewell(() -> tellInterrupted(out, String.valueOf(running.get())));
        farewell.expect();
        Point point = new Point(
                notebook, values, output, output, HostCard.here().shown().text());
        try {
            new Driver(python, kernel, quick).run(List.of(point), event -> {
                switch (event) {
                    case Driver.Event.Begun begun -> {
                        running.set("cell '" + begun.cell() + "' (" + (begun.index() + 1) + " of " + begun.of() + ")");
                        if (progress) {
                            out.print("\r\u001b[K" + running.get());
                            out.flush();
                        }
                    }
                    case Driver.Event.Done done -> {
                        clear(out, progress);
                        out.printf("ran in %.1f s: %s%n", done.seconds(), output);
                        status.set(0);
                    }
                    case Driver.Event.Failed failed -> {
                        clear(out, progress);
                        out.printf("FAILED in cell '%s': %s%n", failed.cell(), failed.what());
                        out.println("the notebook up to there, with the error: " + output);
                        status.set(1);
                    }
                    case Driver.Event.Interrupted _ -> {
                        farewell.say();
                        status.set(1);
                    }
                    case Driver.Event.NoKernel _ ->
                        throw new IOException("there is no kernel '" + kernel + "': ./workbook build installs ours");
                }
            });
        } finally {
            farewell.forget();
        }
        if (status.get() < 0) {
            throw new IOException("the notebook's driver broke off: " + output + " was not written");
        }
        return status.get() == 0;
    }

    private static void clear(PrintWriter out, boolean progress) {
        if (progress) {
            out.print("\r\u001b[K");
        }
    }

    private void tellInterrupted(PrintWriter out, String where) {
        out.println();
        out.println("interrupted" + (where.isEmpty() ? "" : " in " + where) + ": nothing was written; " + output
                + " is as it was before");
        out.flush();
    }
}
