package advsys.workbook.jjava;

import advsys.testing.PythonCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// Our notebooks on a stock JJava kernel, from top to bottom, in quick mode.
@Tag("interop")
final class JjavaNotebooksTest {
    @TestFactory
    @Timeout(900)
    Stream<DynamicTest> chaptersNotebooks_onJjava_differOnlyWhereWeKnow() throws IOException, InterruptedException {
        return PythonCases.run("jjava_notebook_cases.py");
    }
}
