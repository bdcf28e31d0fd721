package advsys.workbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The workbook's own notebooks keep to its rules, and all their cells compile against the library as it is.
final class NotebooksTest {
    private static final Path NOTEBOOKS = root().resolve("notebooks");

    /// Maven runs tests in the module's folder.
    private static Path root() {
        String told = System.getProperty("advsys.root");
        return told != null ? Path.of(told) : Path.of("").toAbsolutePath().getParent();
    }

    @Test
    void notebooks_theIndex_isThere() {
        assertThat(NOTEBOOKS.resolve("00-start.ipynb")).exists();
    }

    @TestFactory
    Stream<DynamicTest> lint_everyNotebook_findsNoError() throws IOException {
        return each(file -> Lint.check(file).stream().filter(Finding::isError).toList());
    }

    @TestFactory
    Stream<DynamicTest> compile_everyNotebook_findsNothing() throws IOException {
        return each(file -> CellCompiler.ofThisLibrary().compile(Notebook.read(file)));
    }

    private interface Check {
        List<Finding> of(Path file) throws IOException;
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        assertThat(Files.isDirectory(NOTEBOOKS)).as("%s is a folder", NOTEBOOKS).isTrue();
        return Lint.notebooks(NOTEBOOKS).stream()
                .map(file -> DynamicTest.dynamicTest(
                        NOTEBOOKS.relativize(file).toString(),
                        () -> assertThat(check.of(file)).isEmpty()));
    }
}
