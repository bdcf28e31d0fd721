package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.notebook.Notebook;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What students do to notebooks, and what is made of it.
class RebuiltTest {
    private static final String MINE = "class Twice {\n    int of(int n) { return 2 * n; }\n}";

    @TempDir
    private Path folder;

    private Notebook master;
    private JsonObject submitted;

    @BeforeEach
    void releaseAndSolve() throws IOException {
        master = Assignments.write(folder);
        submitted = ReleasedNotebook.of(master, "99-test").json();
        cell(1).addProperty("source", MINE);
    }

    private JsonArray cells() {
        return submitted.getAsJsonArray("cells");
    }

    private JsonObject cell(int index) {
        return cells().get(index).getAsJsonObject();
    }

    private Rebuilt rebuilt(byte[] file) throws IOException {
        return Rebuilt.of(master, Submission.read(file));
    }

    private Rebuilt rebuilt() throws IOException {
        return rebuilt(submitted.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertAnswered(Rebuilt rebuilt, String repair) {
        assertThat(Assignments.source(rebuilt.notebook(), "answer")).isEqualTo(MINE);
        assertThat(Assignments.source(rebuilt.notebook(), "check")).contains("of(-17)");
        assertThat(rebuilt.repairs()).as("repairs").anyMatch(each -> each.what().contains(repair));
    }

    @Test
    void of_soundSubmission_needsNoRepair() throws IOException {
        Rebuilt rebuilt = rebuilt();
        assertThat(Assignments.source(rebuilt.notebook(), "answer")).isEqualTo(MINE);
        assertThat(rebuilt.repairs()).isEmpty();
        assertThat(Submission.read(submitted.toString().getBytes(StandardCharsets.UTF_8))
                        .version())
                .isEqualTo(ReleasedNotebook.version(master));
    }

    @Test
    void of_editedCheckAndForgedOutputs_areTheMasters() throws IOException {
        cell(2).addProperty("source", "true");
        cell(2).add("outputs", JsonParser.parseString("[{\"output_type\": \"stream\", \"text\": \"full marks\"}]"));
        Rebuilt rebuilt = rebuilt();
        assertAnswered(rebuilt, "was changed; it was restored");
        assertThat(rebuilt.notebook().toString()).doesNotContain("full marks");
    }

    @Test
    void of_deletedCheck_isRestored() throws IOException {
        cells().remove(2);
        assertAnswered(rebuilt(), "was deleted; it was restored");
    }

    @Test
    void of_deletedAnswer_costsThatAnswerOnly() throws IOException {
        cells().remove(1);
        Rebuilt rebuilt = rebuilt();
        assertThat(Assignments.source(rebuilt.notebook(), "answer")).contains("twice is still to do");
        assertThat(rebuilt.repairs()).anyMatch(each -> each.what().contains("counts as not answered"));
    }

    @Test
    void of_copiedCell_takesTheOneThatWasWorkedOn() throws IOException {
        JsonObject copy = cell(1).deepCopy();
        cell(1).addProperty(
                        "source",
                        Assignments.source(ReleasedNotebook.of(master, "").json(), "answer"));
        cells().add(copy);
        assertAnswered(rebuilt(), "2 cells of its id");
    }

    @Test
    void of_splitCell_isJoined() throws IOException {
        JsonObject rest = cell(1).deepCopy();
        int half = MINE.indexOf("\n    int");
        cell(1).addProperty("source", MINE.substring(0, half));
        rest.addProperty("source", MINE.substring(half + 1));
        cells().add(rest);
        assertAnswered(rebuilt(), "was joined again");
    }

    @Test
    void of_movedRetypedAndStrippedCells_areFoundById() throws IOException {
        cells().add(cells().remove(1)); // to the end
        cell(3).addProperty("cell_type", "markdown");
        assertAnswered(rebuilt(), "another type");
        cell(3).add("metadata", new JsonObject());
        cell(3).addProperty("cell_type", "code");
        assertThat(Assignments.source(rebuilt().notebook(), "answer")).isEqualTo(MINE);
    }

    @Test
    void of_ownCells_areNotTakenOver() throws IOException {
        cells().add(JsonParser.parseString(
                "{\"cell_type\": \"code\", \"id\": \"mine\", \"metadata\": {}, \"source\": \"System.exit(0)\"}"));
        Rebuilt rebuilt = rebuilt();
        assertAnswered(rebuilt, "1 cell of your own");
        assertThat(rebuilt.notebook().toString()).doesNotContain("System.exit");
    }

    @Test
    void read_otherEncodingsAndLineEnds_areMended() throws IOException {
        String text = submitted.toString();
        assertAnswered(rebuilt(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)), "byte order mark");
        assertAnswered(rebuilt(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)), "UTF-16LE");
        assertAnswered(rebuilt(text.getBytes(StandardCharsets.UTF_16BE)), "UTF-16BE");
        cell(1).addProperty("source", MINE.replace("\n", "\r\n"));
        assertAnswered(rebuilt(), "line ends of another system");
    }

    @Test
    void read_notebookOfFormat3_isRead() throws IOException {
        JsonObject sheet = new JsonObject();
        sheet.add("cells", submitted.remove("cells"));
        JsonArray sheets = new JsonArray();
        sheets.add(sheet);
        submitted.add("worksheets", sheets);
        sheet.getAsJsonArray("cells").forEach(each -> {
            JsonObject cell = each.getAsJsonObject();
            if (cell.get("cell_type").getAsString().equals("code")) {
                cell.add("input", cell.remove("source"));
            }
        });
        assertAnswered(rebuilt(), "nbformat 3");
    }

    /// Whatever comes, something is said, and nothing is thrown.
    @Test
    void read_damagedFiles_giveWhatCanBeRead() throws IOException {
        String text = submitted.toString();
        int afterAnswer = text.indexOf("\"id\":\"check\"");
        assertAnswered(rebuilt(text.substring(0, afterAnswer).getBytes(StandardCharsets.UTF_8)), "damaged or cut off");
        for (String other : new String[] {
            "",
            "{",
            "[]",
            "42",
            "{\"cells\": 3}",
            "{\"cells\": [1, null, []]}",
            "\0\0",
            "[".repeat(100_000),
            "{\"cells\": [" + "{\"a\":".repeat(10_000)
        }) {
            assertThat(rebuilt(other.getBytes(StandardCharsets.UTF_8)).repairs())
                    .isNotEmpty();
        }
        for (int cut = 0; cut < text.length(); cut += 97) {
            assertThat(Submission.read(text.substring(0, cut).getBytes(StandardCharsets.UTF_8))
                            .cells())
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void read_hugeOutputs_areSkipped() throws IOException {
        cell(1).addProperty("outputs", "x".repeat(8_000_000));
        Rebuilt rebuilt = rebuilt();
        assertThat(Assignments.source(rebuilt.notebook(), "answer")).isEqualTo(MINE);
        assertThat(rebuilt.notebook().toString().length()).isLessThan(10_000);
    }
}
