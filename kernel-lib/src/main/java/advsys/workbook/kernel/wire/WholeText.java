package advsys.workbook.kernel.wire;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Everything that one cell prints: in memory while that is little, in a file from then on. Its owner guards it.
///
/// A file that cannot be written is a sentence in [#where], never a failure of the cell.
final class WholeText {
    private static final int BATCH = 64 << 10;

    private final TextFolder folder;
    private final int number;
    private final long limit;
    private byte[] held = new byte[0];
    private int length;
    private long forgotten; // bytes that were shown and let go before the file began
    private long filed;
    private @Nullable Path file;
    private @Nullable String trouble;
    private boolean keeping = true;

    WholeText(TextFolder folder, int number, long limit) {
        this.folder = folder;
        this.number = number;
        this.limit = limit;
    }

    void append(byte[] bytes, int offset, int count) {
        if (trouble != null) {
            return;
        }
        if (!keeping) {
            forgotten += count;
            return;
        }
        if (length + count > held.length) {
            held = Arrays.copyOf(held, Math.max(length + count, 2 * length));
        }
        System.arraycopy(bytes, offset, held, length, count);
        length += count;
        if (file != null && length >= BATCH) {
            flush();
        }
    }

    /// Begins the file with all that is in memory, and what comes goes there.
    void toFile() {
        keeping = true;
        try {
            file = folder.newFile(number);
            if (forgotten > 0) {
                byte[] note = ("[the first " + forgotten + " bytes are in the notebook only]\n")
                        .getBytes(StandardCharsets.UTF_8);
                append(note, 0, note.length);
            }
            flush();
        } catch (IOException failed) {
            giveUp("it could not be written to a file (" + reason(failed) + ")");
        }
    }

    /// Writes what is in memory to the file, when there is one. The file is open only meanwhile.
    void flush() {
        Path target = file;
        if (target == null || length == 0) {
            return;
        }
        if (filed + length > limit || !folder.take(length)) {
            giveUp("the first " + Bundles.size(filed) + " of it are in " + target);
            return;
        }
        try (OutputStream out =
                new FileOutputStream(target.toFile(), true)) { // not a channel: interruption closes those
            out.write(held, 0, length);
            filed += length;
            length = 0;
        } catch (IOException failed) {
            giveUp("the first " + Bundles.size(filed) + " of it are in " + target + ", then writing failed ("
                    + reason(failed) + ")");
        }
    }

    /// Lets the memory go of a cell that has ended without needing the file.
    void forget() {
        if (file == null) {
            forgotten += length;
            keeping = false;
            letGo();
        }
    }

    /// Where the text is, as a part of a sentence.
    String where() {
        return trouble != null ? trouble : "all of it is in " + file;
    }

    private void giveUp(String sentence) {
        trouble = sentence;
        letGo();
    }

    private void letGo() {
        held = new byte[0];
        length = 0;
    }

    private static String reason(IOException failed) {
        String message = failed.getMessage();
        return message == null ? failed.toString() : message;
    }
}
