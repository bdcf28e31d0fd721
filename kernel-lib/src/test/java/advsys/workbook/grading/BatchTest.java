package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.workbook.notebook.Notebook;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of submissions: everybody gets a report with reasons, whatever was handed in and however often the batch
/// was interrupted.
class BatchTest {
    @TempDir
    private Path folder;

    private Places places;
    private Path handedIn;
    private Path out;

    @BeforeEach
    void layOut() throws IOException {
        places = Places.in(folder.resolve("workbook"));
        handedIn = Files.createDirectories(folder.resolve("handed in"));
        out = folder.resolve("out");
    }

    private Grading.Outcome grade(List<String> said) throws Exception {
        try (Grading grading = places.grading()) {
            return grading.grade(handedIn, out, said::add);
        }
    }

    private List<List<String>> table() throws IOException {
        return Csv.read(Files.readString(out.resolve("table.csv")));
    }

    private String page(String student) throws IOException {
        return Files.readString(out.resolve("feedback/" + student + ".html"));
    }

    @Test
    void grade_rightWrongAndUnanswered_getsPointsWithAReason() throws Exception {
        Places.handIn(handedIn, "ada", places.solved(Places.RIGHT, "The line."));
        Places.handIn(handedIn, "bob", places.solved(Places.SHARED, "*Your answer here.*"));
        Places.handIn(handedIn, "cem", places.solved(Places.FORGETFUL, "Magic."));
        Places.handIn(handedIn, "eve", places.solved("class MyPlaces { this is no Java", ""));
        Files.createDirectories(handedIn.resolve("dan"));
        Grading.Outcome outcome = grade(new ArrayList<>());
        assertThat(outcome.students()).isEqualTo(5);
        assertThat(table())
                .containsExactly(
                        List.of("student", "points", "of", "open", "exercise-9-1-1-check", "exercise-9-1-2", "remarks"),
                        List.of("ada", "3", "5", "1", "3", "?", ""),
                        List.of("bob", "0", "5", "0", "0", "0", ""),
                        List.of("cem", "2", "5", "1", "2", "?", ""),
                        List.of("dan", "0", "5", "0", "0", "0", "1 in the report"),
                        List.of("eve", "0", "5", "0", "0", "0", ""));
        assertThat(page("bob")).contains("words 0 and 1 share line 0", "not answered", "are worth nothing");
        assertThat(page("eve")).contains("code that compiles");
        assertThat(page("dan")).contains("nothing was handed in");
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("01-places.ipynb: nothing was handed in for this notebook");
        assertThat(page("cem"))
                .as("a hidden check says why and where to look, not what was asked")
                .contains("at grading only", "both go in", "What does your answer depend on")
                .doesNotContain("question 1:", "byte 128 again");
    }

    @Test
    void grade_pointsOfAPerson_areMergedAndKept() throws Exception {
        Places.handIn(handedIn, "ada", places.solved(Places.RIGHT, "The line."));
        Places.handIn(handedIn, "=cmd", places.solved(Places.RIGHT, "The line, too."));
        grade(new ArrayList<>());
        Path written = out.resolve("written.csv");
        assertThat(Files.readString(written)).contains("ada,exercise-9-1-2,2,,", "\"'=cmd\",exercise-9-1-2,2,,");
        Files.writeString(
                written,
                Files.readString(written)
                        .replace("ada,exercise-9-1-2,2,,", "ada,exercise-9-1-2,2,\"1,5\",\"good, but <b>short</b>\"")
                        .replace("=cmd\",exercise-9-1-2,2,,", "=cmd\",exercise-9-1-2,2,7,"));
        Grading.Outcome outcome = grade(new ArrayList<>());
        assertThat(outcome.known()).isEqualTo(2);
        assertThat(outcome.problems()).singleElement().asString().contains("gives 7 of 2");
        assertThat(table()).contains(List.of("ada", "4.5", "5", "0", "3", "1.5", ""));
        assertThat(page("ada")).contains("good, but &lt;b&gt;short&lt;/b&gt;").doesNotContain("<b>");
        grade(new ArrayList<>());
        assertThat(table()).contains(List.of("ada", "4.5", "5", "0", "3", "1.5", ""));
    }

    /// Ended after a random student and started again, and half a report of another left behind.
    @Test
    void grade_endedAndStartedAgain_losesAndDoublesNothing() throws Exception {
        for (String student : List.of("a", "b", "c", "d")) {
            Places.handIn(handedIn, student, places.solved(student.equals("b") ? Places.SHARED : Places.RIGHT, "x"));
        }
        grade(new ArrayList<>());
        String whole = Files.readString(out.resolve("table.csv"));
        long seed = System.nanoTime();
        int after = 1 + new Random(seed).nextInt(3);
        Path first = out;
        out = folder.resolve("again");
        assertThatThrownBy(() -> {
                    try (Grading grading = places.grading()) {
                        grading.grade(handedIn, out, line -> {
                            if (line.startsWith(after + " of")) {
                                throw new IllegalStateException("ended");
                            }
                        });
                    }
                })
                .hasMessage("ended");
        Files.writeString(out.resolve("results/d.json"), "{\"student\": \"d\", \"key\": ");
        List<String> said = new ArrayList<>();
        Grading.Outcome outcome = grade(said);
        assertThat(outcome.known()).as("seed %d", seed).isEqualTo(after);
        assertThat(Files.readString(out.resolve("table.csv"))).isEqualTo(whole);
        assertThat(said).hasSize(4);
        assertThat(Files.readString(out.resolve("results/c.json")))
                .isEqualTo(Files.readString(first.resolve("results/c.json")));
    }

    @Test
    void grade_changedSubmission_isMarkedAnewAndTheOthersAreNot() throws Exception {
        Places.handIn(handedIn, "ada", places.solved(Places.RIGHT, "x"));
        Places.handIn(handedIn, "bob", places.solved(Places.SHARED, "x"));
        grade(new ArrayList<>());
        Places.handIn(handedIn, "bob", places.solved(Places.RIGHT, "x"));
        assertThat(grade(new ArrayList<>()).known()).isEqualTo(1);
        assertThat(table()).contains(List.of("bob", "3", "5", "1", "3", "?", ""));
    }

    /// Nobody's folder stops the others.
    @Test
    void grade_damagedAndHostileFiles_areReportedEachByItself() throws Exception {
        String sound = places.solved(Places.RIGHT, "x").toString();
        String[] damaged = {"", "{", "[]", "\0\0", sound.substring(0, sound.length() / 3), "[".repeat(50_000)};
        for (int i = 0; i < damaged.length; i++) {
            Path file = Files.createDirectories(handedIn.resolve("damaged" + i)).resolve("01-places.ipynb");
            Files.writeString(file, damaged[i]);
        }
        Path linked = Files.createDirectories(handedIn.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("01-places.ipynb"), places.notebook());
        Files.writeString(handedIn.resolve("single.ipynb"), sound);
        Files.write(
                Files.createDirectories(handedIn.resolve("wide/sub/folder")).resolve("renamed.ipynb"),
                ("\uFEFF" + sound).getBytes(StandardCharsets.UTF_16LE));
        JsonObject script = places.solved(Places.RIGHT, "<script>alert(1)</script> \u202E<img src=x onerror=alert(1)>");
        script.getAsJsonObject("metadata").getAsJsonObject("advsys").addProperty("version", "0123456789abcdef");
        Places.handIn(handedIn, "x\"><script>", script);
        Grading.Outcome outcome = grade(new ArrayList<>());
        assertThat(outcome.students()).isEqualTo(10);
        assertThat(outcome.unmarked()).isEmpty();
        assertThat(table())
                .contains(
                        List.of("single", "3", "5", "1", "3", "?", ""),
                        List.of("wide", "3", "5", "1", "3", "?", "2 in the report"),
                        List.of("x\"><script>", "3", "5", "1", "3", "?", "1 in the report"));
        assertThat(page("linked")).contains("is a link", "nothing was handed in");
        try (var pages = Files.list(out.resolve("feedback"))) {
            for (Path page : pages.toList()) {
                assertThat(Files.readString(page)).doesNotContain("<script", "<img", "\u202E", "javascript:");
            }
        }
        assertThat(Files.readString(out.resolve("index.html"))).doesNotContain("<script", "x\">");
    }

    /// The instructor has changed the notebook since: who works with the old release is marked by it.
    @Test
    void grade_olderRelease_isMarkedAgainstItsOwnMaster() throws Exception {
        Notebook master = Notebook.read(places.notebook());
        JsonObject old = places.solved(Places.RIGHT, "x");
        Path kept = places.root().resolve("kept").resolve(ReleasedNotebook.version(master));
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("01-places.ipynb"), master.canonical());
        Files.writeString(
                places.notebook(), Files.readString(places.notebook()).replace("\"points\": 3", "\"points\": 9"));
        Places.handIn(handedIn, "new", places.solved(Places.RIGHT, "x"));
        Places.handIn(handedIn, "old", old);
        grade(new ArrayList<>());
        assertThat(table())
                .contains(
                        List.of("new", "9", "11", "1", "9", "?", ""),
                        List.of("old", "3", "5", "1", "3", "?", "1 in the report"));
        assertThat(page("old")).contains("older release");
    }

    @Test
    void grade_folderWithoutSubmissions_saysWhatToDo() {
        assertThatIOException().isThrownBy(() -> grade(new ArrayList<>())).withMessageContaining("a folder there");
    }
}
