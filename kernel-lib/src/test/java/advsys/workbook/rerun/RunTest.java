package advsys.workbook.rerun;

import advsys.testing.PythonCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// `./workbook run` as a process, with a real kernel.
@Tag("notebook")
final class RunTest {
    @TestFactory
    @Timeout(400)
    Stream<DynamicTest> run_realKernel_keepsItsPromises() throws IOException, InterruptedException {
        return PythonCases.run("rerun_cases.py");
    }
}
