package advsys.workbook.grading;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a student handed in, read as data: of each cell its id, its type, its source and its metadata. Outputs
/// and all the rest are skipped without being kept.
///
/// - **Guarantee** never throws and never runs anything. As many cells as can be read are; what had to be
///   mended or given
///   up is said.
/// - **Cost** one pass; memory for the sources, not for the outputs.
///
/// @param cells in the order of the file
/// @param version the master's, as the notebook names it; "" when it names none
/// @param repairs what was mended on reading, in sentences
public record Submission(List<Cell> cells, String version, List<String> repairs) {
    private static final int LARGEST = 64 << 20; // bytes
    private static final int MOST_CELLS = 5000;

    /// One cell.
    ///
    /// @param id "" where it has none
    /// @param gradeId "" where it has none
    public record Cell(String id, String gradeId, String type, String source) {}

    public Submission {
        cells = List.copyOf(cells);
        repairs = List.copyOf(repairs);
    }

    /// Reads the bytes of a notebook file.
    public static Submission read(byte[] file) {
        List<String> repairs = new ArrayList<>();
        if (file.length > LARGEST) {
            return new Submission(List.of(), "", List.of("it is larger than 64 MiB and was not read"));
        }
        return new Reader(decode(file, repairs), repairs).read();
    }

    private static String decode(byte[] file, List<String> repairs) {
        Charset charset = StandardCharsets.UTF_8;
        if (file.length > 1) {
            int first = file[0] & 0xFF;
            int second = file[1] & 0xFF;
            if ((first == 0xFF && second == 0xFE) || second == 0) {
                charset = StandardCharsets.UTF_16LE;
            } else if ((first == 0xFE && second == 0xFF) || first == 0) {
                charset = StandardCharsets.UTF_16BE;
            }
        }
        String text = new String(file, charset); // bytes that are no characters become U+FFFD
        if (!charset.equals(StandardCharsets.UTF_8)) {
            repairs.add("it was " + charset + ", not UTF-8");
        }
        if (text.startsWith("\uFEFF")) {
            repairs.add("it began with a byte order mark");
            text = text.substring(1);
        }
        return text;
    }

    /// One pass through the JSON, keeping what is read until it can be read no further.
    private static final class Reader {
        private final JsonReader json;
        private final List<String> repairs;
        private final List<Cell> cells = new ArrayList<>();
        private String version = "";
        private boolean oldLineEnds;

        Reader(String text, List<String> repairs) {
            this.json = new JsonReader(new StringReader(text));
            this.repairs = repairs;
            json.setStrictness(Strictness.LENIENT);
        }

        Submission read() {
            try {
                notebook();
            } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException damaged) {
                repairs.add("it is damaged or cut off: " + cells.size() + " cells could be read");
            }
            if (oldLineEnds) {
                repairs.add("it had the line ends of another system");
            }
            return new Submission(cells, version, repairs);
        }

        private void notebook() throws IOException {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "cells" -> cells();
                    case "worksheets" -> worksheets();
                    case "metadata" -> version = version(JsonParser.parseReader(json));
                    default -> json.skipValue();
                }
            }
        }

        private static String version(JsonElement metadata) {
            return metadata instanceof JsonObject object
                            && object.get("advsys") instanceof JsonObject ours
                            && ours.get("version") instanceof JsonPrimitive version
                    ? version.getAsString()
                    : "";
        }

        private void worksheets() throws IOException {
            repairs.add("it was of nbformat 3");
            json.beginArray();
            while (json.hasNext()) {
                json.beginObject();
                while (json.hasNext()) {
                    if (json.nextName().equals("cells")) {
                        cells();
                    } else {
                        json.skipValue();
                    }
                }
                json.endObject();
            }
            json.endArray();
        }

        private void cells() throws IOException {
            json.beginArray();
            while (json.hasNext()) {
                if (json.peek() != JsonToken.BEGIN_OBJECT) {
                    json.skipValue();
                    repairs.add("something among its cells was no cell");
                } else if (cells.size() == MOST_CELLS) {
                    json.skipValue();
                } else {
                    cells.add(cell());
                }
            }
            json.endArray();
        }

        private Cell cell() throws IOException {
            String id = "";
            String gradeId = "";
            String type = "code";
            String source = "";
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "id" -> id = text(JsonParser.parseReader(json));
                    case "cell_type" -> type = text(JsonParser.parseReader(json));
                    case "source", "input" -> source = lines(text(JsonParser.parseReader(json)));
                    case "metadata" -> gradeId = gradeId(JsonParser.parseReader(json));
                    default -> json.skipValue();
                }
            }
            json.endObject();
            return new Cell(id, gradeId, type, source);
        }

        private static String gradeId(JsonElement metadata) {
            return metadata instanceof JsonObject object && object.get("nbgrader") instanceof JsonObject nbgrader
                    ? text(nbgrader.get("grade_id"))
                    : "";
        }

        private static String text(JsonElement value) {
            if (value instanceof JsonPrimitive one) {
                return one.getAsString();
            }
            StringBuilder all = new StringBuilder();
            if (value != null && value.isJsonArray()) {
                value.getAsJsonArray().forEach(part -> all.append(text(part)));
            }
            return all.toString();
        }

        private String lines(String source) {
            oldLineEnds |= source.indexOf('\r') >= 0;
            return source.replace("\r\n", "\n").replace('\r', '\n');
        }
    }
}
