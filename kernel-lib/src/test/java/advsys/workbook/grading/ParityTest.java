package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Check;
import advsys.lab.Verdict;
import advsys.testing.LongForm;
import advsys.workbook.notebook.Lint;
import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A check says the same in its cell and in the grader: they ask the same laws. (The self-check runs the cell.)
class ParityTest {
    private static final Path CHAPTER =
            Path.of(System.getProperty("advsys.root", "..")).toAbsolutePath().resolve("notebooks/03-locks");

    @Timeout(600)
    @Test
    void verdicts_ofShippedSolutions_areTheSameInCellAndGrader() throws Exception {
        if (!LongForm.on()) {
            compare("exercise-3-6-1-check", 2);
            return;
        }
        for (Path file : Lint.notebooks(CHAPTER)) {
            for (Question question : Master.of(Notebook.read(file)).questions()) {
                if (!question.isWritten()) {
                    compare(question.id(), Integer.MAX_VALUE);
                }
            }
        }
    }

    /// @param most of the right ones, and of the wrong ones
    private static void compare(String id, int most) throws Exception {
        Master master = master(id);
        Question question = master.questions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<Path> material = material(id);
        assertThat(material).hasSizeGreaterThanOrEqualTo(4);
        for (Path file : most < material.size() ? List.of(material.getFirst(), material.getLast()) : material) {
            Map<String, String> theirs = new HashMap<>();
            question.solutions().forEach(cell -> theirs.put(cell, read(file)));
            List<String> cells = master.cells(question, theirs);
            List<Verdict> inGrader = new Marking(new InProcess()).ask(question, cells, 1);
            List<Verdict> inCell = inCell(master, question, cells);
            assertThat(inCell)
                    .as(file.toString())
                    .extracting(Verdict::check)
                    .containsExactlyElementsOf(
                            inGrader.stream().map(Verdict::check).toList());
            // Laws that ask the machine may each miss what the other found; they never accuse what is right.
            if (file.getFileName().toString().startsWith("right-") || id.equals("exercise-3-6-1-check")) {
                assertThat(inCell)
                        .as(file.toString())
                        .extracting(Verdict::fails)
                        .containsExactlyElementsOf(
                                inGrader.stream().map(Verdict::fails).toList());
            }
        }
    }

    private static Master master(String id) throws IOException {
        for (Path file : Lint.notebooks(CHAPTER)) {
            if (Files.readString(file).contains('"' + id + '"')) {
                return Master.of(Notebook.read(file));
            }
        }
        throw new AssertionError("no notebook has " + id);
    }

    private static List<Verdict> inCell(Master master, Question question, List<String> cells) throws Exception {
        NotebookCell check = master.notebook().cells().stream()
                .filter(cell -> cell.id().equals(question.cell()))
                .findFirst()
                .orElseThrow();
        List<String> all = new ArrayList<>(cells);
        all.add(check.source());
        Program program = Program.compile(all, System.getProperty("java.class.path"));
        assertThat(program.problem()).isEmpty();
        LoadedProgram loaded = new LoadedProgram(program, ParityTest.class.getClassLoader());
        Check shown = (Check) Objects.requireNonNull(loaded.run());
        List<Verdict> verdicts = new ArrayList<>(shown.verdicts());
        verdicts.addAll(shown.hidden());
        return verdicts;
    }

    private static List<Path> material(String id) throws IOException {
        String folder = id.replace("exercise-", "").replace("-check", "").replace('-', '.');
        try (Stream<Path> files = Files.list(CHAPTER.resolve("exercises").resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
