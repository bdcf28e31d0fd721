package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.notebook.Notebook;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Notebook files that are made to hurt or to deceive: what they cost is one answer at most.
class HostileNotebookTest {
    private static final String MINE = "class Twice {\n    int of(int n) { return 2 * n; }\n}";
    private static final String STUB = "twice is still to do";

    @TempDir
    private Path folder;

    private Notebook master;
    private JsonObject submitted;

    @BeforeEach
    void releaseAndSolve() throws IOException {
        master = Assignments.write(folder);
        submitted = ReleasedNotebook.of(master, "99-test").json();
        cell("answer").addProperty("source", MINE);
    }

    private JsonObject cell(String id) {
        for (var each : submitted.getAsJsonArray("cells")) {
            if (each.getAsJsonObject().get("id").getAsString().equals(id)) {
                return each.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException(id);
    }

    private Rebuilt rebuilt(String text) throws IOException {
        return Rebuilt.of(master, Submission.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String answer(Rebuilt rebuilt) {
        return Assignments.source(rebuilt.notebook(), "answer");
    }

    private static void assertChecksAreTheMasters(Rebuilt rebuilt) {
        assertThat(Assignments.source(rebuilt.notebook(), "check")).contains("of(2) == 4", "of(-17)");
    }

    /// A Cyrillic letter in an id is another id: the cell is the student's own, and the answer is missing.
    @Test
    void of_idThatLooksAlike_isNotTheCell() throws IOException {
        cell("answer").addProperty("id", "\u0430nswer");
        cell("\u0430nswer")
                .getAsJsonObject("metadata")
                .getAsJsonObject("nbgrader")
                .addProperty("grade_id", "tw\u0456ce");
        Rebuilt rebuilt = rebuilt(submitted.toString());
        assertThat(answer(rebuilt)).contains(STUB);
        assertThat(rebuilt.repairs()).anyMatch(each -> each.what().contains("counts as not answered"));
        assertChecksAreTheMasters(rebuilt);
    }

    /// One's own cell takes the id of a check: the check is the master's.
    @Test
    void of_idOfACheck_doesNotTakeItsPlace() throws IOException {
        JsonObject forged = cell("answer").deepCopy();
        forged.addProperty("id", "check");
        forged.getAsJsonObject("metadata").remove("nbgrader");
        forged.addProperty("source", "true");
        submitted.getAsJsonArray("cells").add(forged);
        Rebuilt rebuilt = rebuilt(submitted.toString());
        assertThat(answer(rebuilt)).isEqualTo(MINE);
        assertChecksAreTheMasters(rebuilt);
    }

    /// The same name twice in an object: one of the two values is taken, and nothing else is touched.
    @Test
    void of_nameTwiceInAnObject_costsNothingElse() throws IOException {
        String twice = submitted.toString().replace("\"id\":\"answer\"", "\"id\":\"check\",\"id\":\"answer\"");
        Rebuilt rebuilt = rebuilt(twice);
        assertThat(answer(rebuilt)).isEqualTo(MINE);
        assertChecksAreTheMasters(rebuilt);
    }

    @Test
    void of_otherKernelAndPoints_areOfNoConsequence() throws IOException {
        submitted.add(
                "metadata",
                JsonParser.parseString("{\"kernelspec\": {\"name\": \"python3\", \"language\": \"python\"}}"));
        JsonObject check = cell("check").getAsJsonObject("metadata").getAsJsonObject("nbgrader");
        check.addProperty("points", 1000);
        check.addProperty("locked", false);
        Rebuilt rebuilt = rebuilt(submitted.toString());
        assertThat(answer(rebuilt)).isEqualTo(MINE);
        assertThat(rebuilt.notebook().toString()).doesNotContain("1000", "python3");
        assertChecksAreTheMasters(rebuilt);
    }

    @Test
    void of_metadataOfEveryShape_isReadOver() throws IOException {
        for (String metadata : List.of(
                "null",
                "[]",
                "3",
                "{\"nbgrader\": null}",
                "{\"nbgrader\": [1]}",
                "{\"nbgrader\": {\"grade_id\": {\"a\": 1}}}",
                "{\"nbgrader\": {\"grade_id\": [\"twice\"]}}")) {
            cell("answer").add("metadata", JsonParser.parseString(metadata));
            Rebuilt rebuilt = rebuilt(submitted.toString());
            assertThat(answer(rebuilt)).as(metadata).isEqualTo(MINE);
            assertChecksAreTheMasters(rebuilt);
        }
    }

    /// Wide and deep: neither memory nor the stack is used up, and it does not take long.
    @Test
    void read_bombs_areReadInNoTime() {
        String wide = "{\"cells\": [" + "{\"cell_type\":\"code\",\"source\":\"x\"},".repeat(200_000) + "{}]}";
        String deep = "{\"cells\": [{\"source\": " + "[".repeat(300_000) + "]".repeat(300_000) + "}]}";
        String metadata = "{\"cells\": [{\"metadata\": " + "{\"a\":".repeat(300_000);
        String number = "{\"cells\": [{\"source\": 1e999999999, \"id\": " + "9".repeat(300_000) + "}]}";
        for (String bomb : List.of(wide, deep, metadata, number)) {
            Submission read = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> Submission.read(bomb.getBytes(StandardCharsets.UTF_8)));
            assertThat(read.cells()).hasSizeLessThanOrEqualTo(5000);
        }
    }

    @Test
    void of_noCellsAtAll_costsTheAnswersOnly() throws IOException {
        submitted.add("cells", new JsonArray());
        Rebuilt rebuilt = rebuilt(submitted.toString());
        assertThat(answer(rebuilt)).contains(STUB);
        assertChecksAreTheMasters(rebuilt);
    }
}
