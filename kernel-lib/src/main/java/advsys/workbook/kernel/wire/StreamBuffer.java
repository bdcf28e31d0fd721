package advsys.workbook.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// Gathers what is written to the streams of a cell into messages: a new one when the stream changes, when a batch is
/// full, and when its owner sends. Characters stay whole, and each stream has its own, however writes are cut and
/// mixed. Its owner guards it.
final class StreamBuffer {
    static final int BATCH = 64 << 10;

    private static final int SMALLEST = 256;
    private static final byte[] NOTHING = new byte[0];

    private final BiConsumer<String, String> message; // stream, text
    private final Map<String, byte[]> begun = new HashMap<>(); // stream → the first bytes of a character
    private String stream = "stdout";
    private byte[] buffer = NOTHING;
    private int length;

    StreamBuffer(BiConsumer<String, String> message) {
        this.message = message;
    }

    void append(String name, byte[] bytes, int offset, int count) {
        if (!name.equals(stream)) {
            turnTo(name);
        }
        int from = offset;
        int end = offset + count;
        while (from < end) {
            int fits = Math.min(end - from, BATCH - length);
            if (length + fits > buffer.length) {
                byte[] larger = new byte[Math.clamp(2L * (length + fits), SMALLEST, BATCH)];
                System.arraycopy(buffer, 0, larger, 0, length);
                buffer = larger;
            }
            System.arraycopy(bytes, from, buffer, length, fits);
            length += fits;
            from += fits;
            if (length == BATCH) {
                send();
            }
        }
    }

    private void turnTo(String name) {
        send();
        begun.put(stream, rest());
        byte[] first = begun.getOrDefault(name, NOTHING);
        System.arraycopy(first, 0, buffer, 0, first.length); // at most three bytes, in a buffer that was used before
        length = first.length;
        stream = name;
    }

    private byte[] rest() {
        byte[] rest = new byte[length];
        System.arraycopy(buffer, 0, rest, 0, length);
        return rest;
    }

    /// True when a message would be sent.
    boolean holdsText() {
        return Characters.wholeCharacters(buffer, length) > 0;
    }

    /// Sends the whole characters and keeps the rest.
    void send() {
        int whole = Characters.wholeCharacters(buffer, length);
        if (whole > 0) {
            String text = new String(buffer, 0, whole, StandardCharsets.UTF_8);
            System.arraycopy(buffer, whole, buffer, 0, length - whole);
            length -= whole;
            message.accept(stream, text);
        }
    }

    /// Sends also what is only the beginning of a character: the rest will not come.
    void end() {
        send();
        begun.put(stream, rest());
        begun.forEach((name, rest) -> {
            if (rest.length > 0) {
                message.accept(name, new String(rest, StandardCharsets.UTF_8));
            }
        });
        begun.clear();
        buffer = NOTHING;
        length = 0;
    }
}
