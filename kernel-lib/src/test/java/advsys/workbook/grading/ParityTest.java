package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Check;
import advsys.lab.Verdict;
import advsys.testing.LongForm;
import advsys.workbook.grading.sandbox.NoSandboxException;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A check says the same in its cell, in the grader's own process and in the sandbox: they ask the same laws. (The
/// self-check runs the cell.)
class ParityTest {
    private static final Path NOTEBOOKS =
            Path.of(System.getProperty("advsys.root", "..")).toAbsolutePath().resolve("notebooks");
    private static final String QUICK = "exercise-3-6-1-check";

    @Timeout(900)
    @Test
    void verdicts_ofShippedSolutions_areTheSameInCellGraderAndSandbox() throws Exception {
        try (InSandbox sandbox = InSandbox.open()) {
            sandboxOrSkip(sandbox);
            if (!LongForm.on()) {
                Path file = NOTEBOOKS.resolve("03-locks/06-the-line-between-the-cores.ipynb");
                compare(Master.of(Notebook.read(file)), 2, sandbox);
                return;
            }
            for (String chapter : List.of("02-coherence", "03-locks")) {
                for (Notebook notebook :
                        Masters.of(NOTEBOOKS.resolve(chapter), NOTEBOOKS).current()) {
                    compare(Master.of(notebook), Integer.MAX_VALUE, sandbox);
                }
            }
        }
    }

    private static void sandboxOrSkip(InSandbox sandbox) throws Exception {
        try {
            sandbox.ready();
        } catch (NoSandboxException none) {
            Assumptions.abort(none.getMessage());
        }
    }

    /// @param most of the right solutions and of the wrong ones of each question
    private static void compare(Master master, int most, InSandbox sandbox) throws Exception {
        for (Question question : master.questions()) {
            if (question.isWritten()) {
                continue;
            }
            List<Path> material = material(master.notebook().file().getParent(), question.id());
            assertThat(material).hasSizeGreaterThanOrEqualTo(4);
            for (Path file : most < material.size() ? List.of(material.getFirst(), material.getLast()) : material) {
                compare(master, question, file, sandbox);
            }
        }
    }

    private static void compare(Master master, Question question, Path file, InSandbox sandbox) throws Exception {
        Map<String, String> theirs = new HashMap<>();
        question.solutions().forEach(cell -> theirs.put(cell, read(file)));
        List<String> cells = master.cells(question, theirs);
        List<Verdict> inGrader = new Marking(new InProcess()).ask(question, cells, 1);
        for (List<Verdict> there :
                List.of(inCell(master, question, cells), new Marking(sandbox).ask(question, cells, 1))) {
            assertThat(there)
                    .as(file.toString())
                    .extracting(Verdict::check)
                    .containsExactlyElementsOf(
                            inGrader.stream().map(Verdict::check).toList());
            // Laws that ask the machine may each miss what the other found; they never accuse what is right.
            if (isRight(file) || question.id().equals(QUICK)) {
                assertThat(there)
                        .as(file.toString())
                        .extracting(Verdict::fails)
                        .containsExactlyElementsOf(
                                inGrader.stream().map(Verdict::fails).toList());
            }
            if (!isRight(file)) {
                assertThat(there).as(file.toString()).anyMatch(Verdict::fails);
            }
        }
    }

    private static boolean isRight(Path file) {
        return file.getFileName().toString().startsWith("right-");
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

    private static List<Path> material(Path chapter, String id) throws IOException {
        String folder = id.replace("exercise-", "").replace("-check", "").replace('-', '.');
        try (Stream<Path> files = Files.list(chapter.resolve("exercises").resolve(folder))) {
            return files.filter(each -> each.getFileName().toString().matches("(right|wrong)-.*"))
                    .sorted()
                    .toList();
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
