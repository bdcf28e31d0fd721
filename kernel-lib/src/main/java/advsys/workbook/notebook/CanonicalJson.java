package advsys.workbook.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.TreeMap;

/// The one way in which a notebook stands on disk, so that a difference in git is a difference in content: members
/// sorted by name, an indent of one blank, sources as lists of lines, characters as they are, a line end at the end.
/// It is what Python's `json.dumps(…, sort_keys=True, indent=1, ensure_ascii=False)` writes, and nbformat with it.
final class CanonicalJson {
    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static String of(JsonObject notebook) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(withLines(notebook), 0);
        return writer.out.append('\n').toString();
    }

    /// A copy in which every cell's source is a list of lines.
    private static JsonObject withLines(JsonObject notebook) {
        JsonObject copy = notebook.deepCopy();
        for (JsonElement cell : copy.getAsJsonArray("cells")) {
            JsonObject object = cell.getAsJsonObject();
            StringBuilder source = new StringBuilder();
            if (object.get("source") instanceof JsonArray parts) {
                parts.forEach(part -> source.append(part.getAsString()));
            } else {
                source.append(object.get("source").getAsString());
            }
            JsonArray lines = new JsonArray();
            int from = 0;
            while (from < source.length()) {
                int end = source.indexOf("\n", from);
                int next = end < 0 ? source.length() : end + 1;
                lines.add(source.substring(from, next));
                from = next;
            }
            object.add("source", lines);
        }
        return copy;
    }

    private void write(JsonElement value, int depth) {
        switch (value) {
            case JsonObject object when object.isEmpty() -> out.append("{}");
            case JsonArray array when array.isEmpty() -> out.append("[]");
            case JsonObject object -> {
                char before = '{';
                for (var member : new TreeMap<>(object.asMap()).entrySet()) {
                    line(before, depth + 1);
                    text(member.getKey());
                    out.append(": ");
                    write(member.getValue(), depth + 1);
                    before = ',';
                }
                line('\0', depth);
                out.append('}');
            }
            case JsonArray array -> {
                char before = '[';
                for (JsonElement element : array) {
                    line(before, depth + 1);
                    write(element, depth + 1);
                    before = ',';
                }
                line('\0', depth);
                out.append(']');
            }
            case JsonPrimitive primitive when primitive.isString() -> text(primitive.getAsString());
            default -> out.append(value);
        }
    }

    private void line(char before, int depth) {
        if (before != '\0') {
            out.append(before);
        }
        out.append('\n').repeat(' ', depth);
    }

    private void text(String text) {
        out.append('"');
        text.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (unit < ' ') {
                        out.append("\\u%04x".formatted(unit));
                    } else {
                        out.append((char) unit);
                    }
                }
            }
        });
        out.append('"');
    }
}
