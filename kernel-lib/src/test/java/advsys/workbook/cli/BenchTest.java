package advsys.workbook.cli;

import advsys.testing.PythonCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// `./workbook bench`: its verdicts. The measurements themselves are no test: they take minutes and a quiet host.
@Tag("notebook")
final class BenchTest {

    @TestFactory
    Stream<DynamicTest> bench_verdicts_followFromTheFigures() throws IOException, InterruptedException {
        return PythonCases.run("figures_cases.py");
    }
}
