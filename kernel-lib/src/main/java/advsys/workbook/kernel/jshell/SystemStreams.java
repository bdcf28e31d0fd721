package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.FrontEnd;
import java.io.InputStream;
import java.io.PrintStream;

/// `System.out`, `System.err` and `System.in` while a kernel runs in this JVM.
final class SystemStreams implements AutoCloseable {
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final InputStream inBefore = System.in;

    SystemStreams(Cells cells, FrontEnd frontEnd) {
        System.setOut(new CellOut("stdout", cells, frontEnd, outBefore));
        System.setErr(new CellOut("stderr", cells, frontEnd, errBefore));
        System.setIn(new CellIn(cells, frontEnd));
    }

    @Override
    public void close() {
        System.setOut(outBefore);
        System.setErr(errBefore);
        System.setIn(inBefore);
    }
}
