package advsys.workbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A damaged notebook is refused with the file, the reason and the remedy.
final class NotebookReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("damaged")
    void read_damaged_saysWhatAndWhatToDo(String reason, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged.ipynb"), bytes);
        assertThatExceptionOfType(DamagedNotebookException.class)
                .isThrownBy(() -> Notebook.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(reason)
                .satisfies(damage -> assertThat(damage.remedy()).isNotBlank());
        assertThat(Lint.check(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("damaged"));
    }

    static Stream<Arguments> damaged() {
        String sound = CanonicalJson.of(new SampleNotebook().json());
        return Stream.of(
                damaged("the file is empty", ""),
                damaged("not JSON", "# Why?\n"),
                damaged("cut off after", sound.substring(0, sound.length() / 2)),
                damaged("something follows the end", sound + "}"),
                damaged("markers of a merge conflict", sound.replace(" \"cells\"", "<<<<<<< ours\n \"cells\"")),
                damaged("not JSON: ", "[".repeat(10_000)),
                damaged("not a JSON object", "[1, 2]"),
                damaged("byte order mark", "\uFEFF" + sound),
                Arguments.of("UTF-16", sound.getBytes(StandardCharsets.UTF_16)),
                Arguments.of("UTF-16", sound.getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("not UTF-8", sound.replace("Look", "Lööök").getBytes(StandardCharsets.ISO_8859_1)),
                spoilt("nbformat 3", json -> json.addProperty("nbformat", 3)),
                spoilt("nbformat is 5", json -> json.addProperty("nbformat", 5)),
                spoilt("nbformat_minor is 4", json -> json.addProperty("nbformat_minor", 4)),
                spoilt("nbformat_minor is null", json -> json.remove("nbformat_minor")),
                spoilt("no cells", json -> json.remove("cells")),
                spoilt("no nbformat", json -> json.remove("nbformat")),
                spoilt("not a list", json -> json.add("cells", new JsonObject())),
                spoilt("metadata is missing", json -> json.remove("metadata")),
                spoilt(
                        "cell 2 is not an object",
                        json -> json.getAsJsonArray("cells").set(1, new JsonPrimitive(7))),
                cell("id of cell 2 is missing", cell -> cell.remove("id")),
                cell("have the same id 'question'", cell -> cell.addProperty("id", "question")),
                cell("has the id 'a b'", cell -> cell.addProperty("id", "a b")),
                cell("unknown type 'heading'", cell -> cell.addProperty("cell_type", "heading")),
                cell("no list of outputs", cell -> cell.addProperty("cell_type", "code")),
                cell("source of cell goals is missing", cell -> cell.remove("source")),
                cell("source of cell goals is not a text", cell -> cell.addProperty("source", 7)));
    }

    private static Arguments damaged(String reason, String text) {
        return Arguments.of(reason, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments spoilt(String reason, Consumer<JsonObject> spoil) {
        JsonObject json = new SampleNotebook().json();
        spoil.accept(json);
        return damaged(reason, json.toString());
    }

    private static Arguments cell(String reason, Consumer<JsonObject> spoil) {
        return spoilt(
                reason, json -> spoil.accept(json.getAsJsonArray("cells").get(1).getAsJsonObject()));
    }

    @Test
    void read_absent_saysSo() {
        assertThatExceptionOfType(DamagedNotebookException.class)
                .isThrownBy(() -> Notebook.read(folder.resolve("absent.ipynb")))
                .withMessageContaining("there is no such file");
    }

    @Test
    void canonical_everyCharacter_isWhatPythonWrites() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source("look", "\"a\\b\"\tü \u2028 𝄞 \u0001\u007f </script> \\u2028\r\n\nlast");
        Path file = notebook.write(folder);
        assertThat(Files.readString(file))
                .contains(
                        "   \"source\": [\n    \"\\\"a\\\\b\\\"\\tü \u2028 𝄞 \\u0001\u007f </script> \\\\u2028\\r\\n\",\n"
                                + "    \"\\n\",\n    \"last\"\n   ]\n");
        assertThat(Notebook.read(file).cells().get(6).source())
                .isEqualTo("\"a\\b\"\tü \u2028 𝄞 \u0001\u007f </script> \\u2028\r\n\nlast");
    }
}
