package advsys.workbook.grading;

import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A master notebook as students get it.
///
/// - **Guarantee** same cells, same order, same ids; solutions are stubs that throw, hidden checks are gone,
/// check cells can be neither edited nor deleted, outputs and what `./workbook check` expects are gone. It
/// names its master's version.
///
/// @param json the released file
/// @param version the master's: the beginning of the SHA-256 of its canonical text
/// @param secrets the solutions and hidden checks that were taken out
/// @param exercises what can be gained: the cells that count
public record ReleasedNotebook(JsonObject json, String version, List<String> secrets, List<GradeCell> exercises) {
    private static final String ANSWER = "*Your answer here.*";
    private static final int VERSION = 16; // hexadecimal digits

    /// The master, released as part of `assignment`.
    ///
    /// @throws IOException if its metadata or its marks are not as they should be; names file, cell, reason
    ///     and remedy
    public static ReleasedNotebook of(Notebook master, String assignment) throws IOException {
        JsonObject json = master.stripped();
        JsonArray cells = json.getAsJsonArray("cells");
        List<String> secrets = new ArrayList<>();
        List<GradeCell> exercises = new ArrayList<>();
        for (NotebookCell cell : master.cells()) {
            JsonObject released = cells.get(cell.index()).getAsJsonObject();
            Optional<GradeCell> grade = GradeCell.of(master.file(), cell);
            release(released, cell, grade, master, secrets);
            grade.filter(GradeCell::grade).ifPresent(exercises::add);
        }
        String version = version(master);
        JsonObject ours = new JsonObject();
        ours.addProperty("assignment", assignment);
        ours.addProperty("version", version);
        json.getAsJsonObject("metadata").add("advsys", ours);
        return new ReleasedNotebook(json, version, List.copyOf(secrets), List.copyOf(exercises));
    }

    /// What a submission names as its master.
    static String version(Notebook master) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(master.canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    private static void release(
            JsonObject released, NotebookCell cell, Optional<GradeCell> grade, Notebook master, List<String> secrets)
            throws IOException {
        String what = grade.map(GradeCell::id).orElse(cell.id());
        Regions.Cut cut;
        try {
            cut = Regions.cut(
                    cell.source(),
                    (solution, indent) ->
                            cell.isCode() ? Stub.of(solution, indent, what + " is still to do") : indent + ANSWER);
        } catch (IllegalArgumentException wrong) {
            throw new IOException(master.file() + ", cell " + cell.id() + ": " + wrong.getMessage(), wrong);
        }
        secrets.addAll(cut.solutions());
        secrets.addAll(cut.hidden());
        String source = cut.released();
        if (grade.isPresent()
                && grade.get().isWritten()
                && cell.isMarkdown()
                && cut.solutions().isEmpty()) {
            secrets.add(cell.source());
            source = ANSWER;
        }
        released.addProperty("source", source);
        JsonObject metadata = released.getAsJsonObject("metadata");
        if (metadata.get("advsys") instanceof JsonObject ours) {
            ours.remove("expect"); // what the solution shows
        }
        if (grade.isPresent() && !grade.get().solution()) {
            metadata.add("editable", new JsonPrimitive(false));
            metadata.add("deletable", new JsonPrimitive(false));
        }
    }

    /// The cell with this id.
    Optional<JsonObject> cell(String id) {
        for (JsonElement cell : json.getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().get("id").getAsString().equals(id)) {
                return Optional.of(cell.getAsJsonObject());
            }
        }
        return Optional.empty();
    }
}
