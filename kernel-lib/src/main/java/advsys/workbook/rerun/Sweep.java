package advsys.workbook.rerun;

import advsys.lab.HostCard;
import advsys.lab.Results;
import advsys.workbook.notebook.Notebook;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A notebook over a grid of parameters, into one table: `./workbook sweep`.
///
/// - **Guarantee** each point is run once. Killed at any moment and called again, the sweep goes on: no point twice,
///   none missing, the same table. What fails is listed, and its notebook kept.
/// - **A point** is known by its [Fingerprint]: after a change of the library or of the notebook all are new.
public final class Sweep {
    private final Notebook notebook;
    private final Grid grid;
    private final Fingerprint fingerprint;

    /// @param quick fewer repeats
    public Sweep(Notebook notebook, Grid grid, boolean quick) throws IOException {
        this.notebook = notebook;
        this.grid = grid;
        this.fingerprint = Fingerprint.of(notebook, quick);
    }

    /// Runs points and says what happens.
    @FunctionalInterface
    interface Engine {
        /// So many points will be run in a moment.
        default void prepare(int points) throws IOException {}

        void run(List<Point> points, Driver.Listener listener) throws IOException, InterruptedException;
    }

    /// Runs what is not done yet, and writes the table; true when every point ran to its end and shows rows.
    ///
    /// @param again also run points that failed before
    boolean run(Engine engine, Path where, boolean again, PrintWriter out, boolean terminal)
            throws IOException, InterruptedException {
        try (SweepFolder folder = SweepFolder.open(where)) {
            folder.clean();
            Map<String, Map<String, Value>> grown = new LinkedHashMap<>();
            grid.points().forEach(values -> grown.put(fingerprint.of(values), values));
            Set<String> open = new LinkedHashSet<>();
            for (String key : grown.keySet()) {
                if (!Files.exists(folder.done(key)) && (again || !Files.exists(folder.failed(key)))) {
                    open.add(key);
                }
            }
            engine.prepare(open.size());
            String host = HostCard.here().shown().text(); // takes a moment, in which the engine starts
            Map<String, Point> points = new LinkedHashMap<>();
            Map<String, Results> rows = new LinkedHashMap<>();
            for (Map.Entry<String, Map<String, Value>> each : grown.entrySet()) {
                String key = each.getKey();
                points.put(key, new Point(notebook, each.getValue(), folder.done(key), folder.failed(key), host));
                if (open.contains(key)) {
                    Files.deleteIfExists(folder.failed(key));
                } else if (Files.exists(folder.done(key))) {
                    Executed.read(folder.done(key)).rows().ifPresent(found -> rows.put(key, found));
                }
            }
            long others = folder.keys().stream()
                    .filter(key -> !points.containsKey(key))
                    .count();
            SweepProgress progress = new SweepProgress(points.size(), points.size() - open.size(), out, terminal);
            progress.begin(grid, where, others);
            try {
                run(engine, open.stream().map(points::get).toList(), points, rows, progress);
            } finally {
                progress.end();
            }
            return new SweepTable(folder, points, rows).write(out);
        }
    }

    private static void run(
            Engine engine,
            List<Point> open,
            Map<String, Point> points,
            Map<String, Results> rows,
            SweepProgress progress)
            throws IOException, InterruptedException {
        if (open.isEmpty()) {
            return;
        }
        Map<Path, String> keys = new LinkedHashMap<>();
        points.forEach((key, point) -> keys.put(point.output().toAbsolutePath(), key));
        engine.run(open, event -> {
            switch (event) {
                case Driver.Event.Begun _ -> {}
                case Driver.Event.Done done -> {
                    Optional<Results> found =
                            done.rows() == null ? Executed.read(done.output()).rows() : Optional.of(done.rows());
                    found.ifPresent(results -> rows.put(String.valueOf(keys.get(done.output())), results));
                    progress.point();
                }
                case Driver.Event.Failed failed -> progress.failed(failed.cell(), failed.what());
                case Driver.Event.Interrupted _ -> {
                    progress.interrupted();
                    throw new IOException("interrupted");
                }
                case Driver.Event.NoKernel _ ->
                    throw new IOException("there is no such kernel: ./workbook build installs ours");
            }
        });
    }

    /// Runs it with measured points: one at a time, each in a kernel of its own.
    public boolean measured(Measured how, Path where, boolean again, PrintWriter out, boolean terminal)
            throws IOException, InterruptedException {
        Driver driver = new Driver(how.python(), how.kernel(), how.quick());
        return run(driver::run, where, again, out, terminal);
    }

    /// Runs it with simulated points, on all cores.
    ///
    /// @param options of the workers' JVM, its class path among them, as lines of an argument file
    public boolean simulated(List<String> options, Path where, boolean again, PrintWriter out, boolean terminal)
            throws IOException, InterruptedException {
        Pool pool = new Pool(
                () -> WorkerJvm.in(where, options), Runtime.getRuntime().availableProcessors());
        return run(pool, where, again, out, terminal);
    }

    /// True when the notebook says that its points are simulated: `metadata.advsys.sweep` is "simulated".
    public boolean isSimulated() {
        return notebook.json().getAsJsonObject("metadata").get("advsys") instanceof JsonObject ours
                && new JsonPrimitive("simulated").equals(ours.get("sweep"));
    }

    /// How measured points are run.
    ///
    /// @param python starts the driver's script with one argument
    public record Measured(java.util.function.Function<Path, ProcessBuilder> python, String kernel, boolean quick) {}
}
