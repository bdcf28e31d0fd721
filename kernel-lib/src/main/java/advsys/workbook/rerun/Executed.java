package advsys.workbook.rerun;

import advsys.lab.Results;
import advsys.lab.SavedRows;
import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A notebook that was run: what its cells show.
///
/// **The rows of a run** are those of the last [Results] that a cell of part `run` shows; where no such cell shows any,
/// of the last that any cell shows.
record Executed(Notebook notebook) {
    private static final String PART = "run";

    static Executed read(Path file) throws IOException {
        return new Executed(Notebook.read(file));
    }

    /// The rows of the run; nothing when no cell shows results.
    Optional<Results> rows() {
        return form(notebook.json()).map(SavedRows::parse);
    }

    /// The same as they stand in an executed notebook.
    static Optional<JsonElement> form(JsonObject notebook) {
        @Nullable JsonElement ofRun = null;
        @Nullable JsonElement ofAny = null;
        for (JsonElement each : notebook.getAsJsonArray("cells")) {
            JsonObject cell = each.getAsJsonObject();
            for (JsonObject output : outputs(cell)) {
                if (output.get("data") instanceof JsonObject data && data.has(SavedRows.MIME)) {
                    ofAny = data.get(SavedRows.MIME);
                    ofRun = isRun(cell) ? ofAny : ofRun;
                }
            }
        }
        return Optional.ofNullable(ofRun == null ? ofAny : ofRun);
    }

    private static boolean isRun(JsonObject cell) {
        return cell.getAsJsonObject("metadata").get("advsys") instanceof JsonObject ours
                && (ours.get("part") instanceof JsonArray parts
                        ? parts.contains(new JsonPrimitive(PART))
                        : new JsonPrimitive(PART).equals(ours.get("part")));
    }

    private static List<JsonObject> outputs(JsonObject cell) {
        List<JsonObject> outputs = new ArrayList<>();
        if (cell.get("outputs") instanceof JsonArray list) {
            list.forEach(each -> outputs.add(each.getAsJsonObject()));
        }
        return outputs;
    }

    /// "cell 'run': ArithmeticException: / by zero", when a cell failed that must not.
    Optional<String> failure() {
        for (NotebookCell cell : notebook.code()) {
            for (JsonObject output : cell.mayFail() ? List.<JsonObject>of() : outputs(cell.json())) {
                if (output.get("output_type").getAsString().equals("error")) {
                    return Optional.of("cell '" + cell.id() + "': "
                            + output.get("ename").getAsString() + ": "
                            + Ansi.stripped(output.get("evalue").getAsString()));
                }
            }
        }
        return Optional.empty();
    }

    /// What was set, by name.
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        if (papermill().get("parameters") instanceof JsonObject set) {
            set.entrySet()
                    .forEach(each ->
                            parameters.put(each.getKey(), each.getValue().toString()));
        }
        return parameters;
    }

    /// The notebook that was run, as it was called.
    String input() {
        return papermill().get("input_path") instanceof JsonPrimitive path ? path.getAsString() : "";
    }

    /// The host card at the time of the run, line by line; none when it was not noted.
    List<String> host() {
        JsonObject metadata = notebook.json().getAsJsonObject("metadata");
        return metadata.get("advsys") instanceof JsonObject ours && ours.get("host") instanceof JsonPrimitive host
                ? host.getAsString().lines().toList()
                : List.of();
    }

    private JsonObject papermill() {
        JsonObject metadata = notebook.json().getAsJsonObject("metadata");
        return metadata.get("papermill") instanceof JsonObject papermill ? papermill : new JsonObject();
    }
}
