package advsys.workbook.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One cell of a validated notebook.
///
/// @param index its place, from 0
/// @param id its id, unique in the notebook
/// @param type "code", "markdown" or "raw"
/// @param source its text, lines separated by `\n`
/// @param json the cell as it stands in the file
public record NotebookCell(int index, String id, String type, String source, JsonObject json) {

    public boolean isCode() {
        return type.equals("code");
    }

    public boolean isMarkdown() {
        return type.equals("markdown");
    }

    /// The cell's tags, as papermill and nbclient read them.
    public List<String> tags() {
        return strings(metadata().get("tags"));
    }

    /// True when an error of this cell is part of the lesson.
    public boolean mayFail() {
        return tags().contains("raises-exception");
    }

    /// The names in `metadata.advsys.part`, as they stand there.
    public List<String> parts() {
        return strings(ours().get("part"));
    }

    /// What `./workbook check` is to demand of the output, when the author has said it.
    public Optional<JsonElement> expect() {
        return Optional.ofNullable(ours().get("expect"));
    }

    /// Its Java without comments and without the contents of literals.
    public String java() {
        return JavaText.of(source).code();
    }

    /// What `./workbook index --write` writes into this cell, or "" when a person does.
    public String generated() {
        return strings(ours().get("generated")).stream().findFirst().orElse("");
    }

    /// The lines of the source; none for an empty cell.
    public List<String> lines() {
        return source.isEmpty() ? List.of() : source.lines().toList();
    }

    JsonObject metadata() {
        return json.getAsJsonObject("metadata");
    }

    JsonObject ours() {
        JsonElement ours = metadata().get("advsys");
        return ours instanceof JsonObject object ? object : new JsonObject();
    }

    static List<String> strings(@Nullable JsonElement value) {
        List<String> found = new ArrayList<>();
        switch (value) {
            case JsonArray array -> array.forEach(each -> found.addAll(strings(each)));
            case JsonPrimitive one -> found.add(one.getAsString());
            case null, default -> {} // absent or of another type: the metadata rule reports the latter
        }
        return found;
    }
}
