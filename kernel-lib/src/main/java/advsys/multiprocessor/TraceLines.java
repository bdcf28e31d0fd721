package advsys.multiprocessor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a text, as bytes: [#at] is the first of a line that is whole in [#bytes] and ends with a newline.
final class TraceLines implements AutoCloseable {
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    byte[] bytes = new byte[1 << 16];
    int at;
    private int end; // behind the last newline of those read
    private int filled;

    TraceLines(InputStream in) {
        this.in = in;
    }

    /// False at the end of the text.
    boolean hasNext() throws IOException {
        return at < end || fill();
    }

    private boolean fill() throws IOException {
        System.arraycopy(bytes, at, bytes, 0, filled - at);
        filled -= at;
        at = 0;
        end = 0;
        while (end == 0) {
            int searched = filled;
            if (!read()) {
                if (filled == 0) {
                    return false;
                }
                bytes[filled++] = '\n'; // the last line has none
            }
            for (int i = filled; i > searched && end == 0; i--) {
                end = bytes[i - 1] == '\n' ? i : 0;
            }
        }
        return true;
    }

    private boolean read() throws IOException {
        if (filled + 1 >= bytes.length) {
            if (bytes.length >= LONGEST) {
                throw new IllegalArgumentException("a line of the trace is longer than " + LONGEST
                        + " bytes: is it text, a reference on each line?");
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int more = in.read(bytes, filled, bytes.length - 1 - filled); // room for a newline at the end
        filled += Math.max(more, 0);
        return more >= 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
