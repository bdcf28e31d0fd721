package advsys.workbook.rerun;

import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A notebook made ready for a run: without outputs, and with a cell of assignments behind its parameters.
///
/// Assignments, because a second declaration would be another variable to JShell, and every `var` computed from the
/// first would be reset.
final class Injection {
    /// papermill's tag of the cell that a run adds.
    static final String TAG = "injected-parameters";

    private Injection() {}

    /// @param values what to set; without any, no cell is added
    static JsonObject into(Notebook notebook, Map<String, Value> values) {
        JsonObject whole = notebook.stripped();
        whole.getAsJsonObject("metadata").remove("papermill"); // of an earlier run
        JsonArray cells = new JsonArray();
        for (JsonElement each : whole.getAsJsonArray("cells")) {
            JsonObject cell = each.getAsJsonObject();
            cell.getAsJsonObject("metadata").remove("papermill");
            if (hasTag(cell, TAG)) {
                continue;
            }
            cells.add(cell);
            if (hasTag(cell, Parameters.TAG) && !values.isEmpty()) {
                cells.add(cell(notebook, values));
            }
        }
        whole.add("cells", cells);
        return whole;
    }

    static boolean isInjected(JsonObject cell) {
        return hasTag(cell, TAG);
    }

    static boolean hasTag(JsonObject cell, String tag) {
        return cell.getAsJsonObject("metadata").get("tags") instanceof JsonArray tags
                && tags.asList().stream()
                        .anyMatch(each ->
                                each.isJsonPrimitive() && each.getAsString().equals(tag));
    }

    private static JsonObject cell(Notebook notebook, Map<String, Value> values) {
        Set<String> taken = notebook.cells().stream()
                .filter(cell -> !cell.tags().contains(TAG))
                .map(NotebookCell::id)
                .collect(Collectors.toSet());
        String id = TAG;
        for (int n = 2; taken.contains(id); n++) {
            id = TAG + "-" + n;
        }
        JsonArray tags = new JsonArray();
        tags.add(TAG);
        JsonObject metadata = new JsonObject();
        metadata.add("tags", tags);
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", "code");
        cell.addProperty("id", id);
        cell.add("metadata", metadata);
        cell.add("outputs", new JsonArray());
        cell.add("execution_count", JsonNull.INSTANCE);
        cell.addProperty("source", source(values));
        return cell;
    }

    /// The assignments.
    static String source(Map<String, Value> values) {
        return "// Parameters of this run\n"
                + values.entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue().source() + ";")
                        .collect(Collectors.joining("\n"));
    }
}
