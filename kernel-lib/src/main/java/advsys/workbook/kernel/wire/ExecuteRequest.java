package advsys.workbook.kernel.wire;

import advsys.workbook.kernel.Cell;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;

/// The content of an `execute_request`, validated.
///
/// @param expressions name → expression to evaluate after the cell
/// @param stopOnError a failure ends the requests that wait behind this one
record ExecuteRequest(
        String code,
        boolean silent,
        boolean storeHistory,
        boolean mayAsk,
        boolean stopOnError,
        Map<String, String> expressions,
        String notebookId) {
    static ExecuteRequest of(Message message) throws Malformed {
        JsonObject content = message.content();
        boolean silent = Json.truth(content, "silent", false);
        Map<String, String> expressions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry :
                Json.object(content, "user_expressions").entrySet()) {
            if (!(entry.getValue() instanceof JsonPrimitive text) || !text.isString()) {
                throw new Malformed("\"user_expressions\" must be strings, \"" + entry.getKey() + "\" is none");
            }
            expressions.put(entry.getKey(), text.getAsString());
        }
        return new ExecuteRequest(
                Json.string(content, "code"),
                silent,
                !silent && Json.truth(content, "store_history", true),
                Json.truth(content, "allow_stdin", false),
                Json.truth(content, "stop_on_error", true),
                expressions,
                notebookId(message.metadata()));
    }

    Cell cell(String id, int number) {
        return new Cell(id, number, code, silent, storeHistory, mayAsk, notebookId);
    }

    private static String notebookId(JsonObject metadata) {
        return metadata.get("cellId") instanceof JsonPrimitive id && id.isString() ? id.getAsString() : "";
    }
}
