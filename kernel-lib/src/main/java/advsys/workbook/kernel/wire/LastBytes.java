package advsys.workbook.kernel.wire;

import java.nio.charset.StandardCharsets;

/// The end of a long text: a ring of its last bytes.
final class LastBytes {
    private static final int KEPT = 8 << 10;
    private static final int LINES = 12;

    private byte[] ring = new byte[0]; // made when the first byte comes
    private long written;

    void add(byte[] bytes, int offset, int length) {
        if (ring.length == 0) {
            ring = new byte[KEPT];
        }
        int skipped = Math.max(0, length - KEPT);
        written += skipped;
        for (int i = offset + skipped; i < offset + length; ) {
            int at = (int) (written % KEPT);
            int run = Math.min(KEPT - at, offset + length - i);
            System.arraycopy(bytes, i, ring, at, run);
            written += run;
            i += run;
        }
    }

    /// The last lines, whole ones where they fit, with a line end.
    String lines() {
        int length = (int) Math.min(written, ring.length);
        byte[] straight = new byte[length];
        for (int i = 0; i < length; i++) {
            straight[i] = ring[(int) ((written - length + i) % KEPT)];
        }
        int start = length;
        int lines = 0;
        for (int i = length - 1; i >= 0; i--) {
            if (straight[i] == '\n' && i < length - 1) {
                start = i + 1;
                if (++lines == LINES) {
                    break;
                }
            } else if (i == 0 && written == length) {
                start = 0; // the text begins here
            }
        }
        if (start == length) { // one line longer than the ring
            start = 0;
        }
        String text = new String(straight, start, length - start, StandardCharsets.UTF_8);
        return text.endsWith("\n") ? text : text + "\n";
    }
}
