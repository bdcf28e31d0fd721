package advsys.workbook.rerun;

import advsys.lab.Results;
import advsys.lab.SavedRows;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs points one after the other, each in a kernel of its own, by nbclient: what measures is not disturbed by a
/// neighbour, and starts from nothing.
///
/// - **Guarantee** the executed notebooks appear whole or not at all, also when this process is ended.
final class Driver {
    private static final long PATIENCE_SECONDS = 10;

    private final Function<Path, ProcessBuilder> python;
    private final String kernel;
    private final boolean quick;

    /// @param python starts the driver's script with one argument
    Driver(Function<Path, ProcessBuilder> python, String kernel, boolean quick) {
        this.python = python;
        this.kernel = kernel;
        this.quick = quick;
    }

    /// What happens, as it happens.
    sealed interface Event {
        /// A cell begins.
        record Begun(String cell, int index, int of) implements Event {}

        /// A point ran to its end. Who knows the rows already says them; else they are in `output`.
        record Done(Path output, double seconds, @Nullable Results rows) implements Event {}

        /// A cell of a point failed; `output` is the notebook so far.
        record Failed(Path output, String cell, String what) implements Event {}

        /// The driver was told to stop.
        record Interrupted() implements Event {}

        /// There is no such kernel.
        record NoKernel() implements Event {}
    }

    /// Runs `points` and tells `listener`.
    ///
    /// @throws IOException if the driver does not start, or dies
    void run(List<Point> points, Listener listener) throws IOException, InterruptedException {
        Path plan = Files.createTempFile("advsys-run", ".json");
        try {
            Files.writeString(plan, plan(points).toString());
            Process process = python.apply(plan)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Thread end = Thread.ofPlatform().unstarted(() -> stop(process));
            Runtime.getRuntime().addShutdownHook(end); // it ends the kernel, and we wait for that
            int exit;
            try {
                listen(process, listener); // its standard input stays open: when that ends it knows that we are gone
                exit = process.waitFor();
            } finally {
                process.destroy();
                Hooks.remove(end);
            }
            if (exit < 0 || exit > 2) {
                throw new IOException("the notebook's driver ended with " + exit);
            }
        } finally {
            Files.deleteIfExists(plan);
        }
    }

    /// Hears of events.
    @FunctionalInterface
    interface Listener {
        void hear(Event event) throws IOException;
    }

    private static void listen(Process process, Listener listener) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.hear(event(line));
            }
        }
    }

    private JsonObject plan(List<Point> points) {
        JsonArray list = new JsonArray();
        points.forEach(point -> list.add(point.json()));
        JsonObject plan = new JsonObject();
        plan.addProperty("kernel", kernel);
        plan.addProperty("quick", quick);
        plan.add("points", list);
        return plan;
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Event event(String line) throws IOException {
        try {
            return event(JsonParser.parseString(line).getAsJsonObject());
        } catch (JsonSyntaxException | IllegalStateException | NullPointerException unknown) {
            throw new IOException("the notebook's driver said '" + line + "'", unknown);
        }
    }

    static Event event(JsonObject event) {
        return switch (event.get("event").getAsString()) {
            case "cell" ->
                new Event.Begun(
                        event.get("cell").getAsString(),
                        event.get("index").getAsInt(),
                        event.get("of").getAsInt());
            case "done" ->
                new Event.Done(
                        Path.of(event.get("output").getAsString()),
                        event.get("seconds").getAsDouble(),
                        event.has("rows") ? SavedRows.parse(event.get("rows")) : null);
            case "failed" ->
                new Event.Failed(
                        Path.of(event.get("output").getAsString()),
                        event.get("cell").getAsString(),
                        event.get("what").getAsString());
            case "no-kernel" -> new Event.NoKernel();
            default -> new Event.Interrupted();
        };
    }
}
