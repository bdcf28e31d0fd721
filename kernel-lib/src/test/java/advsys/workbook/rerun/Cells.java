package advsys.workbook.rerun;

import advsys.workbook.notebook.Notebook;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A notebook for a test, cell by cell.
final class Cells {
    private final JsonObject json = new JsonObject();
    private final JsonArray cells = new JsonArray();

    Cells() {
        JsonObject spec = new JsonObject();
        spec.addProperty("name", "advsys");
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", spec);
        json.add("cells", cells);
        json.add("metadata", metadata);
        json.addProperty("nbformat", 4);
        json.addProperty("nbformat_minor", 5);
    }

    Cells code(String id, String source, String... tags) {
        JsonArray list = new JsonArray();
        for (String tag : tags) {
            list.add(tag);
        }
        JsonObject metadata = new JsonObject();
        metadata.add("tags", list);
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", "code");
        cell.addProperty("id", id);
        cell.add("metadata", metadata);
        cell.add("outputs", new JsonArray());
        cell.add("execution_count", JsonNull.INSTANCE);
        cell.addProperty("source", source);
        cells.add(cell);
        return this;
    }

    Cells parameters(String source) {
        return code("parameters", source, Parameters.TAG);
    }

    Notebook in(Path folder) {
        Path file = folder.resolve("notebook.ipynb");
        try {
            Files.writeString(file, json.toString());
            return Notebook.read(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
