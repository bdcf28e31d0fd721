package advsys.workbook.rerun;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import advsys.workbook.kernel.Reply;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The outputs of a notebook's cells, as nbformat has them. A front end for a notebook that nobody looks at.
final class Collected implements FrontEnd {
    private static final Gson GSON = new Gson();

    // guarded by this
    private final Map<String, List<JsonObject>> outputs = new HashMap<>(); // by the cell's id
    private final Map<String, List<JsonObject>> shown = new HashMap<>(); // by display id

    /// Forgets everything.
    synchronized void clear() {
        outputs.clear();
        shown.clear();
    }

    /// What `cell` has shown.
    synchronized JsonArray of(String cell) {
        JsonArray list = new JsonArray();
        outputs.getOrDefault(cell, List.of()).forEach(list::add);
        return list;
    }

    private List<JsonObject> list(String cell) {
        return outputs.computeIfAbsent(cell, _ -> new ArrayList<>());
    }

    @Override
    public synchronized void write(Cell cell, String stream, byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        List<JsonObject> list = list(cell.id());
        JsonObject last = list.isEmpty() ? new JsonObject() : list.getLast();
        if (last.has("name") && last.get("name").getAsString().equals(stream)) {
            last.addProperty("text", last.get("text").getAsString() + text);
        } else {
            JsonObject output = new JsonObject();
            output.addProperty("output_type", "stream");
            output.addProperty("name", stream);
            output.addProperty("text", text);
            list.add(output);
        }
    }

    @Override
    public synchronized void display(Cell cell, Bundle bundle, @Nullable String id) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "display_data");
        fill(output, bundle);
        list(cell.id()).add(output);
        if (id != null) {
            shown.computeIfAbsent(id, _ -> new ArrayList<>()).add(output);
        }
    }

    @Override
    public synchronized void update(Cell cell, Bundle bundle, String id) {
        shown.getOrDefault(id, List.of()).forEach(output -> fill(output, bundle));
    }

    private static void fill(JsonObject output, Bundle bundle) {
        output.add("data", GSON.toJsonTree(bundle.data()));
        output.add("metadata", GSON.toJsonTree(bundle.metadata()));
    }

    /// Adds how the cell ended.
    synchronized void ended(String cell, int count, Reply reply) {
        switch (reply) {
            case Reply.Done done ->
                done.result().ifPresent(bundle -> {
                    JsonObject output = new JsonObject();
                    output.addProperty("output_type", "execute_result");
                    output.addProperty("execution_count", count);
                    fill(output, bundle);
                    list(cell).add(output);
                });
            case Reply.Failed failed -> {
                JsonObject output = new JsonObject();
                output.addProperty("output_type", "error");
                output.addProperty("ename", failed.name());
                output.addProperty("evalue", failed.value());
                output.add("traceback", GSON.toJsonTree(failed.traceback()));
                list(cell).add(output);
            }
        }
    }

    @Override
    public synchronized void clear(Cell cell, boolean wait) {
        outputs.remove(cell.id());
    }

    @Override
    public String ask(Cell cell, String prompt, boolean password) {
        throw new IllegalStateException("nobody is there to answer: this notebook is run by ./workbook sweep");
    }
}
