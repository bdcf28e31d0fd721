package advsys.workbook.notebook;

import advsys.testing.PythonCases;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// Notebooks in a real JupyterLab, in a headless Chromium: restart and run all, the stop button, completion.
/// Screenshots are kept in `target/screenshots`.
@Tag("browser")
final class BrowserTest {

    @TestFactory
    @Timeout(1100)
    Stream<DynamicTest> lab_whatAReaderDoes_works() throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        if (browser.isEmpty()) { // as a test of its own: a factory that is aborted is not counted as skipped
            return Stream.of(DynamicTest.dynamicTest(
                    "browser",
                    () -> Assumptions.abort(
                            "no Chromium on PATH: install the package chromium, or ./workbook doctor --fix")));
        }
        return PythonCases.run("browser_cases.py", browser.orElseThrow().toString());
    }

    private static Optional<Path> browser() {
        String named = System.getProperty("advsys.browser", "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
