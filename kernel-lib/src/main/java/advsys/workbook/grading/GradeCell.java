package advsys.workbook.grading;

import advsys.workbook.notebook.NotebookCell;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What nbgrader's metadata (schema 3) says of a cell.
///
/// @param id the `grade_id`
/// @param grade it counts
/// @param solution it is the student's to fill
/// @param locked it comes from the master, whatever a submission has
/// @param points 0 unless it counts
public record GradeCell(String id, boolean grade, boolean solution, boolean locked, double points) {
    private static final String ID = "[A-Za-z0-9_-]{1,64}"; // nbgrader's, and not longer than a cell's own

    /// True for an answer in words, which a person marks.
    boolean isWritten() {
        return grade && solution;
    }

    /// What the cell's metadata says, if it says anything.
    ///
    /// @throws IOException if it says what schema 3 does not allow; names the file, the cell, the reason and
    ///     the remedy
    static Optional<GradeCell> of(Path file, NotebookCell cell) throws IOException {
        JsonElement element = cell.json().getAsJsonObject("metadata").get("nbgrader");
        if (element == null) {
            return Optional.empty();
        }
        if (!(element instanceof JsonObject metadata)) {
            throw wrong(file, cell, "metadata.nbgrader is not an object", "write it as nbgrader's schema 3 has it");
        }
        if (!(metadata.get("schema_version") instanceof JsonPrimitive version)
                || !version.getAsString().equals("3")) {
            throw wrong(file, cell, "its nbgrader metadata is not of schema 3", "set schema_version to 3");
        }
        if (!(metadata.get("grade_id") instanceof JsonPrimitive id)
                || !id.getAsString().matches(ID)) {
            throw wrong(
                    file,
                    cell,
                    "its grade_id is " + metadata.get("grade_id"),
                    "use letters, digits, - and _, 64 at most");
        }
        boolean grade = flag(metadata, "grade");
        double points =
                metadata.get("points") instanceof JsonPrimitive number && number.isNumber() ? number.getAsDouble() : 0;
        if (points < 0 || (grade && !metadata.has("points"))) {
            throw wrong(file, cell, "it counts, but has no points of 0 or more", "add \"points\"");
        }
        return Optional.of(
                new GradeCell(id.getAsString(), grade, flag(metadata, "solution"), flag(metadata, "locked"), points));
    }

    private static boolean flag(JsonObject metadata, String name) {
        return metadata.get(name) instanceof JsonPrimitive flag && flag.isBoolean() && flag.getAsBoolean();
    }

    private static IOException wrong(Path file, NotebookCell cell, String reason, String remedy) {
        return new IOException(file + ", cell " + cell.id() + ": " + reason + "; " + remedy);
    }
}
