package advsys.workbook.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// From a file's bytes to one JSON object: encodings, cut-off files and merge conflicts are told apart, because each
/// has another remedy.
final class NotebookText {
    private NotebookText() {}

    static String decode(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            throw new DamagedNotebookException(file, "there is no such file", "Look at the spelling of its path");
        }
        if (bytes.length == 0) {
            throw new DamagedNotebookException(file, "the file is empty", restore(file));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF) || (bytes.length > 1 && bytes[1] == 0)) {
            throw new DamagedNotebookException(
                    file,
                    "the file is UTF-16, a notebook is UTF-8",
                    "Save it again as UTF-8 without a byte order mark");
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            throw new DamagedNotebookException(
                    file, "the file begins with a byte order mark", "Save it again as UTF-8 without one");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new DamagedNotebookException(
                    file,
                    "the file is not UTF-8: the first bad byte follows " + soundLines(bytes) + " sound lines",
                    "Save it again as UTF-8");
        }
    }

    static JsonObject parse(Path file, String text) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement whole = JsonParser.parseReader(reader);
            if (!isAtEnd(reader)) {
                throw new DamagedNotebookException(file, "something follows the end of the notebook", restore(file));
            }
            if (whole instanceof JsonObject object) {
                return object;
            }
            throw new DamagedNotebookException(file, "the file is JSON, but not a JSON object", restore(file));
        } catch (JsonParseException | IOException problem) {
            if (problem instanceof DamagedNotebookException told) {
                throw told;
            }
            throw explain(file, text, problem);
        }
    }

    private static boolean isAtEnd(JsonReader reader) {
        try {
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException _) {
            return false; // what follows is not even JSON
        }
    }

    private static DamagedNotebookException explain(Path file, String text, Exception problem) {
        if (text.lines().anyMatch(line -> line.startsWith("<<<<<<< "))) {
            return new DamagedNotebookException(
                    file,
                    "it holds the markers of a merge conflict",
                    "Resolve it, or take one side: git checkout --ours");
        }
        if (problem.getCause() instanceof EOFException || problem instanceof EOFException) {
            return new DamagedNotebookException(
                    file, "the file is cut off after " + text.lines().count() + " lines", restore(file));
        }
        String message = problem.getCause() == null
                ? problem.getMessage()
                : problem.getCause().getMessage();
        String first =
                message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
        String plain =
                first.replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON", "error");
        return new DamagedNotebookException(file, "the file is not JSON: " + plain, restore(file));
    }

    private static String restore(Path file) {
        return "Restore it with 'git checkout -- " + file.getFileName() + "', or from .ipynb_checkpoints";
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /// How many lines precede the first one that is not UTF-8.
    private static int soundLines(byte[] bytes) {
        int sound = 0;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, i - from));
                } catch (CharacterCodingException _) {
                    return sound;
                }
                sound++;
                from = i + 1;
            }
        }
        return sound;
    }
}
