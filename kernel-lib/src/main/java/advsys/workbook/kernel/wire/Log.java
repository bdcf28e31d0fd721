package advsys.workbook.kernel.wire;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Lines for whoever runs the front end: Jupyter shows a kernel's standard error in its own terminal.
///
/// Written to the process's standard error whatever `System.err` is by now. A flood is thinned: after the first
/// hundred lines one a second, so that a hostile client cannot fill a disk.
final class Log {
    private static final FileOutputStream ERROR = new FileOutputStream(FileDescriptor.err);
    private static final int FREELY = 100;
    private static final int LONGEST = 300;
    private static final long SECOND = 1_000_000_000;

    private static int lines;
    private static int left; // out since the last line
    private static long last;

    private Log() {}

    static void line(String text) {
        try {
            write(text);
        } catch (IOException | OutOfMemoryError untold) {
            left++; // nobody listens, or there is no memory for words: whoever logs must go on
        }
    }

    private static synchronized void write(String text) throws IOException {
        long now = System.nanoTime();
        if (lines >= FREELY && now - last < SECOND) {
            left++;
            return;
        }
        last = now;
        lines++;
        String more = left == 0 ? "" : " (and " + left + " lines left out)";
        left = 0;
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        String line = "[advsys kernel] " + cut.replaceAll("\\p{Cntrl}", " ") + more + "\n";
        ERROR.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /// Says that the kernel itself failed, with the first lines of the trace. Never throws. `doing` may be empty:
    /// then nothing is written, but all is loaded that writing needs.
    static void failure(String doing, Throwable failure) {
        try {
            StringBuilder text = new StringBuilder(doing).append(" failed: ").append(failure);
            StackTraceElement[] trace = failure.getStackTrace();
            for (int i = 0; i < Math.min(3, trace.length); i++) {
                text.append(" < ").append(trace[i]);
            }
            String line = text.toString();
            if (!doing.isEmpty()) {
                line(line);
            }
        } catch (RuntimeException | Error untold) { // a failure whose toString fails, or no memory
            left++;
        }
    }
}
