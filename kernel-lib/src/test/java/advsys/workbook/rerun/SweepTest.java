package advsys.workbook.rerun;

import advsys.testing.PythonCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// `./workbook sweep` and `compare` as processes, some of which are killed.
@Tag("crash")
final class SweepTest {
    @TestFactory
    @Timeout(600)
    Stream<DynamicTest> sweep_realKernels_keepsItsPromises() throws IOException, InterruptedException {
        return PythonCases.run("sweep_cases.py");
    }
}
