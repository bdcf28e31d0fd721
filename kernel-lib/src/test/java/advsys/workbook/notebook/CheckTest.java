package advsys.workbook.notebook;

import advsys.testing.PythonCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// `./workbook check`: does it find what is wrong, and is nothing wrong with our own notebooks?
@Tag("notebook")
final class CheckTest {

    /// A notebook that breaks an expectation fails, in the cell that does.
    @TestFactory
    @Timeout(180)
    Stream<DynamicTest> check_brokenExpectations_areFound() throws IOException, InterruptedException {
        return PythonCases.run("check_cases.py");
    }

    /// Notebooks, run by our kernel, show what their cells expect: those that are drawn, or every one.
    @TestFactory
    @Timeout(900)
    Stream<DynamicTest> check_ourNotebooks_showWhatTheyExpect() throws IOException, InterruptedException {
        return PythonCases.run("notebook_cases.py");
    }
}
