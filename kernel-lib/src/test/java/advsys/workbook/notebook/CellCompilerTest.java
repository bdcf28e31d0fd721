package advsys.workbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cells compile in order and are not run; what does not compile is told with cell, line and javac's words.
final class CellCompilerTest {
    @TempDir
    Path folder;

    private List<String> compile(SampleNotebook notebook) throws IOException {
        return CellCompiler.ofThisLibrary().compile(Notebook.read(notebook.write(folder))).stream()
                .map(finding -> finding.cell() + " " + finding.what())
                .toList();
    }

    @Test
    void compile_soundNotebook_findsNothing() throws IOException {
        assertThat(compile(new SampleNotebook())).isEmpty();
    }

    @Test
    void compile_cellThatWouldEndTheJvm_isNotRun() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source("tweak", "System.exit(1);\nwhile (true) {}\nRuntime.getRuntime().halt(1);");
        assertThat(compile(notebook)).as("we are still here").isEmpty();
    }

    @Test
    void compile_nameTheLibraryHasNot_isFoundWithItsLine() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source("tweak", "import advsys.lab.*;\n\nint n = sum;\nHostCard.ofTheMoon()");
        assertThat(compile(notebook))
                .singleElement()
                .asString()
                .startsWith("tweak line 4: cannot find symbol")
                .contains("ofTheMoon");
    }

    @Test
    void compile_brokenSyntax_isFound() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source("tweak", "int n = 3;\nfor (int i = 0; i < 3; i++ {");
        assertThat(compile(notebook)).singleElement().asString().startsWith("tweak line 2: ");
    }

    @Test
    void compile_methodOfNothingKnown_isFoundAtTheEndOfItsCell() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source("tweak", "int twice() { return 2 * unheardOf; }");
        assertThat(compile(notebook))
                .singleElement()
                .asString()
                .contains("tweak")
                .contains("unheardOf");
    }

    @Test
    void compile_classesThatNeedEachOther_areFine() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source("tweak", """
                sealed interface Shape permits Circle {}
                record Circle(double radius) implements Shape {}
                class Even { boolean is(int n) { return n == 0 || new Odd().is(n - 1); } }
                class Odd { boolean is(int n) { return n != 0 && new Even().is(n - 1); } }""");
        assertThat(compile(notebook)).isEmpty();
    }

    @Test
    void compile_declaredErrorAndMagic_areLeftOut() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source("tweak", "%%time\nint n = \"three\";");
        notebook.tags("tweak", "[\"raises-exception\"]");
        notebook.source("chart", "%%time\nsum + 1");
        assertThat(compile(notebook)).isEmpty();
    }
}
