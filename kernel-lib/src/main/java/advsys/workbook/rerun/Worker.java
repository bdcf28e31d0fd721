package advsys.workbook.rerun;

import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.Reply;
import advsys.workbook.kernel.jshell.Again;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/// A process that runs simulated points, one after the other: `java … Worker`, started by [Pool].
///
/// On standard input, a line for each point, as [Point#json] says it; on standard output, a line for each event, as
/// the driver of measured points prints them. It ends when its input does, at once, since then its parent has died.
public final class Worker {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    // What papermill notes of a cell: one object for all cells, which nobody changes.
    private static final JsonObject PENDING = stamp("pending");
    private static final JsonObject COMPLETED = stamp("completed");
    private static final JsonObject FAILED = stamp("failed");

    private final PrintStream events;
    private final Collected collected;
    private final JsonObject notebook;
    private final JsonObject papermill;
    private final List<JsonObject> code = new ArrayList<>(); // the cells that run
    private final Map<Integer, JsonObject> ended = new HashMap<>(); // the stamps of those that have run, by number
    private final int parameters;
    private final Again again;

    private Worker(JsonObject first, PrintStream events, Collected collected, Again again) {
        this.events = events;
        this.collected = collected;
        this.again = again;
        this.notebook = first.getAsJsonObject("notebook");
        this.papermill = first.getAsJsonObject("papermill");
        List<Cell> cells = new ArrayList<>();
        int injected = -1;
        for (JsonElement each : notebook.getAsJsonArray("cells")) {
            JsonObject cell = each.getAsJsonObject();
            String source = source(cell);
            stamp(cell, cell.get("cell_type").getAsString().equals("code") ? PENDING : COMPLETED);
            if (cell.get("cell_type").getAsString().equals("code") && !source.isBlank()) {
                String id = cell.get("id").getAsString();
                injected = Injection.isInjected(cell) ? cells.size() : injected;
                code.add(cell);
                cells.add(new Cell(id, code.size(), source, false, false, false, id));
            }
        }
        parameters = injected;
        again.notebook(cells, injected);
    }

    private static String source(JsonObject cell) {
        if (cell.get("source") instanceof JsonArray lines) {
            StringBuilder whole = new StringBuilder();
            lines.forEach(line -> whole.append(line.getAsString()));
            return whole.toString();
        }
        return cell.get("source").getAsString();
    }

    /// Runs points until the input ends.
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        System.setProperty("advsys.rows", "1");
        PrintStream events = new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8); // cells print elsewhere
        LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("advsys points").start(() -> read(lines));
        Collected collected = new Collected();
        Again again = new Again(collected); // starts while the first point is on its way
        JsonObject first = point(lines.take());
        Worker worker = new Worker(first, events, collected, again);
        FutureTask<Void> all = new FutureTask<>(() -> {
            JsonObject point = first;
            while (worker.run(point)) { // else threads of it are still at work: they must meet no other point
                point = point(lines.take());
            }
            return null;
        });
        again.thread(all).start();
        all.get();
    }

    private static JsonObject point(String line) {
        return JsonParser.parseString(line).getAsJsonObject();
    }

    private static void read(LinkedBlockingQueue<String> lines) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException gone) {
            // as at its end
        }
        Runtime.getRuntime().halt(0);
    }

    /// Runs a point; false when it has left threads at work.
    private boolean run(JsonObject point) throws IOException {
        Instant started = Instant.now();
        String source = point.get("source").getAsString();
        Map<String, Object> values =
                GSON.fromJson(point.get("values"), new TypeToken<LinkedHashMap<String, Object>>() {}.getType());
        reset();
        List<String> failure = new ArrayList<>();
        boolean clean = again.run(source, values, this::reset, (index, reply) -> {
            JsonObject cell = code.get(index);
            String id = cell.get("id").getAsString();
            collected.ended(id, index + 1, reply);
            boolean failed = reply instanceof Reply.Failed && !Injection.hasTag(cell, "raises-exception");
            ended.put(index, failed ? FAILED : COMPLETED);
            if (failed && reply instanceof Reply.Failed why) {
                failure.addAll(List.of(id, why.name() + ": " + Ansi.stripped(why.value())));
            }
            return !failed;
        });
        for (int i = 0; i < code.size(); i++) {
            JsonObject cell = code.get(i);
            cell.add("outputs", collected.of(cell.get("id").getAsString()));
            cell.add("execution_count", ended.containsKey(i) ? new JsonPrimitive(i + 1) : JsonNull.INSTANCE);
            stamp(cell, ended.getOrDefault(i, PENDING));
        }
        if (parameters >= 0) {
            code.get(parameters).addProperty("source", source);
        }
        Duration took = Duration.between(started, Instant.now());
        papermill(point, started, took, !failure.isEmpty());
        String target = point.get(failure.isEmpty() ? "output" : "failed").getAsString();
        SweepFolder.write(Path.of(target), GSON.toJson(notebook) + "\n");
        tell(target, took, failure, clean);
        return clean;
    }

    /// Forgets what cells have shown, and how they ended.
    private void reset() {
        collected.clear();
        ended.clear();
    }

    private static void stamp(JsonObject cell, JsonObject stamp) {
        cell.getAsJsonObject("metadata").add("papermill", stamp);
    }

    private static JsonObject stamp(String status) {
        JsonObject papermill = new JsonObject();
        for (String time : new String[] {"start_time", "end_time", "duration"}) {
            papermill.add(time, JsonNull.INSTANCE); // nobody takes the time of a simulated cell
        }
        papermill.addProperty("exception", status.equals("failed"));
        papermill.addProperty("status", status);
        return papermill;
    }

    private void papermill(JsonObject point, Instant started, Duration took, boolean failed) {
        papermill.add("parameters", point.get("values"));
        papermill.add("output_path", point.get("output"));
        papermill.addProperty("start_time", started.toString());
        papermill.addProperty("end_time", started.plus(took).toString());
        papermill.addProperty("duration", took.toNanos() / 1e9);
        papermill.add("exception", failed ? new JsonPrimitive(true) : JsonNull.INSTANCE);
        notebook.getAsJsonObject("metadata").add("papermill", papermill);
    }

    private void tell(String target, Duration took, List<String> failure, boolean clean) {
        JsonObject event = new JsonObject();
        event.addProperty("event", failure.isEmpty() ? "done" : "failed");
        event.addProperty("output", target);
        event.addProperty("seconds", took.toNanos() / 1e9);
        event.addProperty("clean", clean);
        if (failure.isEmpty()) {
            Executed.form(notebook).ifPresent(form -> event.add("rows", form));
        } else {
            event.addProperty("cell", failure.get(0));
            event.addProperty("what", failure.get(1));
        }
        events.println(GSON.toJson(event));
    }
}
