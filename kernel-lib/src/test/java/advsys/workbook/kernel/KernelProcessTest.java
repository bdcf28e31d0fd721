package advsys.workbook.kernel;

import advsys.testing.PythonCases;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// The kernel as a process, driven by Jupyter's own client.
@Tag("interop")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class KernelProcessTest {
    @TestFactory
    Stream<DynamicTest> jupytersConformanceTest() throws IOException, InterruptedException {
        return PythonCases.run("conformance_cases.py");
    }

    @TestFactory
    Stream<DynamicTest> output() throws IOException, InterruptedException {
        return PythonCases.run("output_cases.py");
    }

    @TestFactory
    Stream<DynamicTest> requests() throws IOException, InterruptedException {
        return PythonCases.run("request_cases.py");
    }

    @TestFactory
    Stream<DynamicTest> startAndEnd() throws IOException, InterruptedException {
        return PythonCases.run("life_cases.py");
    }

    @TestFactory
    Stream<DynamicTest> installation() throws IOException, InterruptedException {
        return PythonCases.run("install_cases.py");
    }
}
