package advsys.workbook.kernel.wire;

import com.google.gson.JsonObject;
import java.util.Locale;

/// What one cell shows, while it runs and after.
///
/// - **Guarantee** streams and displays arrive in the order in which they were made; memory is bounded by
///   [OutputLimits]; what is not shown is in a file that the cell names.
/// - **Cost** a copy and, for 64 KB or 40 ms of text, one message.
final class CellOutput {
    private static final int MESSAGE = 64; // what a message counts beside its text: many tiny ones are a flood too
    private static final double BACK_NANOS = 16e9; // in this time a cell may show pictures of the limit's size again
    private static final String OUT = "stdout";

    private final JsonObject parent;
    private final Publisher publisher;
    private final StreamClock clock;
    private final OutputLimits limits;

    // all guarded by this
    private final WholeText whole;
    private final LastBytes last = new LastBytes();
    private final StreamBuffer streams = new StreamBuffer(this::sendText);
    private boolean wound; // the clock will call due()
    private long shown;
    private boolean hiding;
    private long hiddenBytes;
    private long hiddenLines;
    private long displayed;
    private long displayedAt = System.nanoTime();
    private boolean refused;

    CellOutput(JsonObject parent, Publisher publisher, StreamClock clock, OutputLimits limits, WholeText whole) {
        this.parent = parent;
        this.publisher = publisher;
        this.clock = clock;
        this.limits = limits;
        this.whole = whole;
    }

    void write(String stream, byte[] bytes, int offset, int count) {
        int end = offset + count;
        for (int from = offset; from < end; from += StreamBuffer.BATCH) { // pieces, so that no copy is large
            piece(stream, bytes, from, Math.min(StreamBuffer.BATCH, end - from));
        }
    }

    private synchronized void piece(String stream, byte[] bytes, int offset, int count) {
        whole.append(bytes, offset, count);
        int fits = hiding ? 0 : fitting(bytes, offset, count);
        if (fits > 0) {
            streams.append(stream, bytes, offset, fits);
            shown += fits;
        }
        if (fits < count) {
            if (!hiding) {
                hide();
            }
            count(bytes, offset + fits, count - fits);
        }
        if (!wound && (hiding || streams.holdsText())) {
            clock.wind(this);
            wound = true;
        }
    }

    /// How many of the bytes may be shown: all, or those up to the end of a line.
    private int fitting(byte[] bytes, int offset, int count) {
        int room = Math.clamp(limits.shown() - shown, 0, Integer.MAX_VALUE);
        if (count <= room) {
            return count;
        }
        int cut = room;
        while (cut > 0 && bytes[offset + cut - 1] != '\n') {
            cut--;
        }
        return cut > 0 ? cut : room;
    }

    private void hide() {
        hiding = true;
        streams.end();
        whole.toFile();
        sendText(OUT, "\n… no more is shown after " + Bundles.size(limits.shown()) + ": " + whole.where() + "\n");
    }

    private void count(byte[] bytes, int offset, int count) {
        hiddenBytes += count;
        for (int i = offset; i < offset + count; i++) {
            if (bytes[i] == '\n') {
                hiddenLines++;
            }
        }
        last.add(bytes, offset, count);
    }

    private void sendText(String stream, String text) {
        JsonObject content = new JsonObject();
        content.addProperty("name", stream);
        content.addProperty("text", text);
        publisher.publish(parent, "stream", content);
        shown += MESSAGE;
    }

    /// The clock's call.
    synchronized void due() {
        wound = false;
        streams.send();
        whole.flush();
    }

    /// Publishes something that is no stream, after what was written before it.
    synchronized void show(String type, JsonObject content) {
        streams.send();
        publisher.publish(parent, type, content);
    }

    /// Publishes a picture or the like, unless the cell shows too many.
    synchronized void display(String type, JsonObject content) {
        long now = System.nanoTime();
        long back = (long) ((now - displayedAt) / BACK_NANOS * limits.displayed());
        displayedAt = now;
        displayed = Math.max(0, displayed - back) + Bundles.sizeOf(content) + MESSAGE;
        if (displayed <= limits.displayed()) {
            show(type, content);
            refused = false;
        } else if (!refused) {
            refused = true;
            streams.send();
            sendText(
                    OUT,
                    "\n… more than " + Bundles.size(limits.displayed())
                            + " of pictures and the like at once are not shown: show fewer, or wait between them\n");
        }
    }

    /// The cell has ended: what is buffered leaves, and what is hidden is summed up. Its threads may still print.
    synchronized void end() {
        streams.end();
        whole.flush();
        whole.forget();
        if (hiddenBytes > 0) {
            String sum = String.format(
                    Locale.ROOT, "… %,d lines (%s) are not shown", hiddenLines, Bundles.size(hiddenBytes));
            sendText(OUT, sum + "; " + whole.where() + ". It ends:\n" + last.lines());
            hiddenBytes = 0;
            hiddenLines = 0;
        }
    }
}
