package advsys.workbook.notebook;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A notebook file that was read whole and validated: nbformat 4.5 or later, every cell with its type, its source and
/// an id of its own.
///
/// - **Errors** [#read] throws [DamagedNotebookException] for anything else.
/// - **Source** Jupyter's nbformat 4.5 schema.
///
/// @param file where it was read from
/// @param cells its cells, in order
/// @param json the whole file
/// @param text the file's text, as it stands on disk
public record Notebook(Path file, List<NotebookCell> cells, JsonObject json, String text) {

    public Notebook {
        cells = List.copyOf(cells);
    }

    /// Reads and validates a file.
    ///
    /// @throws DamagedNotebookException if it is no notebook of nbformat 4.5
    /// @throws IOException if it cannot be read
    public static Notebook read(Path file) throws IOException {
        return NotebookReader.read(file);
    }

    /// True for a notebook of a chapter (`notebooks/03-locks/01-….ipynb`), which has every part of the fixed sequence.
    public boolean isChapter() {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder != null
                && folder.getFileName() != null
                && folder.getFileName().toString().matches("\\d\\d-[a-z0-9-]+");
    }

    /// The cells that hold Java.
    public List<NotebookCell> code() {
        return cells.stream().filter(NotebookCell::isCode).toList();
    }

    /// The mechanisms in `metadata.advsys.mechanisms`: those that it is about beside the ones that its code names.
    public List<String> mechanisms() {
        return json.get("metadata") instanceof JsonObject metadata && metadata.get("advsys") instanceof JsonObject ours
                ? NotebookCell.strings(ours.get("mechanisms"))
                : List.of();
    }

    /// The whole notebook without outputs, execution counts, and what front ends note about a run.
    public JsonObject stripped() {
        return Outputs.stripped(json);
    }

    /// The file as it should stand on disk.
    public String canonical() {
        return canonical(json);
    }

    /// A notebook's JSON as it should stand on disk.
    public static String canonical(JsonObject notebook) {
        return CanonicalJson.of(notebook);
    }
}
