package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import advsys.workbook.notebook.Lint;
import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedNotebookTest {
    @TempDir
    private Path folder;

    @Test
    void of_solution_isAStubThatThrowsAndKeepsTheRest() throws IOException {
        ReleasedNotebook released = ReleasedNotebook.of(Assignments.write(folder), "99-test");
        assertThat(Assignments.source(released.json(), "answer")).isEqualTo("""
                        class Twice {
                            int of(int n) {
                                throw new UnsupportedOperationException("twice is still to do");
                            }
                        }""");
        assertThat(released.secrets()).contains("        return n + n; // as everybody knows, or should");
    }

    @Test
    void of_solutionOfWholeMethods_keepsTheirHeaders() {
        String stub = Stub.of("""
                    private int count = 0;
                    public void lock() {
                        while (count > 0) { count--; }
                    }
                    public int of(int n) throws Exception { return n; }""", "    ", "q is still to do");
        assertThat(stub)
                .isEqualTo("    public void lock() { throw new UnsupportedOperationException(\"q is still to do\"); }\n"
                        + "    public int of(int n) throws Exception {"
                        + " throw new UnsupportedOperationException(\"q is still to do\"); }");
    }

    @Test
    void of_hiddenCheck_isGoneAndTheVisibleIsLocked() throws IOException {
        ReleasedNotebook released = ReleasedNotebook.of(Assignments.write(folder), "99-test");
        assertThat(Assignments.source(released.json(), "check")).isEqualTo("new Twice().of(2) == 4");
        assertThat(released.cell("check").orElseThrow().toString())
                .contains("\"editable\":false", "\"deletable\":false")
                .doesNotContain("expect");
        assertThat(released.exercises()).hasSize(2);
        assertThat(Assignments.source(released.json(), "words")).isEqualTo("*Your answer here.*");
    }

    @Test
    void of_idsAndOrder_areTheMasters() throws IOException {
        Notebook master = Assignments.write(folder);
        ReleasedNotebook released = ReleasedNotebook.of(master, "99-test");
        assertThat(released.json().getAsJsonArray("cells"))
                .extracting(cell -> cell.getAsJsonObject().get("id").getAsString())
                .containsExactlyElementsOf(
                        master.cells().stream().map(cell -> cell.id()).toList());
        assertThat(released.json().toString()).contains(released.version());
    }

    @Test
    void cut_slipOfThePen_isRefusedInsteadOfReleased() {
        for (String slip : List.of(
                "// ## begin solution\nreturn 1;",
                "// ###BEGIN HIDDEN TESTS\ncheck();",
                "// ### BEGIN SOLUTION\nreturn 1;",
                "return 1;\n// ### END SOLUTION",
                "// ### BEGIN SOLUTION\n// ### BEGIN HIDDEN TESTS\n// ### END HIDDEN TESTS\n// ### END SOLUTION")) {
            assertThatIllegalArgumentException().as(slip).isThrownBy(() -> Regions.cut(slip, (cut, indent) -> "stub"));
        }
    }

    @Test
    void of_metadataThatNbgraderWouldRefuse_isRefusedWithTheCell() throws IOException {
        Path file = folder.resolve("a.ipynb");
        Files.writeString(file, Assignments.text().replace("\"twice\"", "\"exercise 1.1\""));
        Notebook master = Notebook.read(file);
        assertThatIOException()
                .isThrownBy(() -> ReleasedNotebook.of(master, "99-test"))
                .withMessageContaining("cell answer")
                .withMessageContaining("letters, digits");
    }

    /// However it is laid out, and also inside the JSON of a notebook.
    @Test
    void findIn_solutionInAnyLayout_isFound() throws IOException {
        Secrets secrets = new Secrets(List.of("while (tail.get() != null) {\n    Thread.onSpinWait();\n}"));
        assertThat(secrets.findIn(folder)).isEmpty();
        Files.writeString(folder.resolve("a.txt"), "x while(tail.get()\n!= null) { Thread.onSpinWait(); } y");
        assertThat(secrets.findIn(folder))
                .hasValueSatisfying(where -> assertThat(where).contains("a.txt"));
        Files.delete(folder.resolve("a.txt"));
        Files.writeString(
                folder.resolve("b.ipynb"),
                "[\n \"  while (tail.get() != null) {\\n\",\n \"    Thread.onSpinWait();\\n\",\n \"}\"\n]");
        assertThat(secrets.findIn(folder)).isPresent();
    }

    /// The workbook's own assignments can be released, and give nothing of their material away.
    @Test
    void of_ourNotebooks_giveNothingAway() throws IOException {
        Path notebooks = Path.of(System.getProperty("advsys.root", "..")).resolve("notebooks");
        for (Path file : Lint.notebooks(notebooks)) {
            ReleasedNotebook released = ReleasedNotebook.of(Notebook.read(file), "test");
            Path target = folder.resolve(file.getFileName().toString());
            Files.writeString(target, Notebook.canonical(released.json()));
            Optional<String> leak = new Secrets(released.secrets()).findIn(folder);
            assertThat(leak).as(file.toString()).isEmpty();
            assertThat(Notebook.read(target).cells()).isNotEmpty();
        }
    }
}
