package advsys.workbook.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/// What a run leaves in a notebook. It depends on the machine, so it stays out of git.
final class Outputs {
    private Outputs() {}

    /// A copy without outputs, execution counts, and what front ends note about a run.
    static JsonObject stripped(JsonObject notebook) {
        JsonObject copy = notebook.deepCopy();
        for (JsonElement each : copy.getAsJsonArray("cells")) {
            JsonObject cell = each.getAsJsonObject();
            JsonObject metadata = cell.getAsJsonObject("metadata");
            metadata.remove("execution"); // nbclient's time stamps
            metadata.remove("collapsed");
            metadata.remove("jupyter");
            metadata.remove("trusted");
            if (cell.has("outputs")) {
                cell.add("outputs", new JsonArray());
                cell.add("execution_count", JsonNull.INSTANCE);
            }
        }
        copy.getAsJsonObject("metadata").remove("widgets");
        return copy;
    }
}
