package advsys.workbook.jjava;

import advsys.testing.PythonCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// The library on a stock JJava kernel, installed from its package.
@Tag("interop")
class JjavaInteropTest {
    @TestFactory
    @Timeout(240)
    Stream<DynamicTest> jjavaKernel_withTheLibrary_showsWhatOursShows() throws IOException, InterruptedException {
        return PythonCases.run("jjava_cases.py");
    }
}
