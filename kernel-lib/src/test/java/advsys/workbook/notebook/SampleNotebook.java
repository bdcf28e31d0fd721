package advsys.workbook.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small notebook of a chapter that keeps to every rule, to be spoilt in one place by a test.
final class SampleNotebook {
    private final JsonObject json = new JsonObject();
    private final JsonArray cells = new JsonArray();

    SampleNotebook() {
        json.add("cells", cells);
        json.add("metadata", JsonParser.parseString("{\"kernelspec\": {\"name\": \"advsys\"}}"));
        json.addProperty("nbformat", 4);
        json.addProperty("nbformat_minor", 5);
        markdown("question", "# Why?\nOne question. See [below](#What-to-notice).", "question");
        markdown("goals", "You can say why.", "goals");
        code("setup", "import java.util.*; import java.util.stream.*;", "setup");
        markdown("predict", "How much?", "predict");
        code("parameters", "int[] threads = {1, 2}; // how many\nint holdNanos = 1_000; // inside", "parameters");
        metadata("parameters").add("tags", JsonParser.parseString("[\"parameters\"]"));
        code("run", "var sum = IntStream.of(threads).sum() + holdNanos;\nsum", "run");
        expect("run", "{\"text\": \"1003\"}");
        markdown("look", "Look at the slope.", null);
        code("chart", "class Chart { static String of(int n) { return \"\" + n; } }\nChart.of(sum)", "chart");
        expect("chart", "{\"text\": \"1003\"}");
        markdown("judge", "Your prediction against it.", "judge");
        markdown("notice", "## What to notice\nIt adds up.", "notice");
        code("tweak", "sum = 2 * sum;", "tweak");
        markdown("exercise", "Write it.", "exercise");
        markdown("glossary", "Words, questions, sources, code.", null);
        ours("glossary").add("part", JsonParser.parseString("[\"glossary\",\"questions\",\"sources\",\"code\"]"));
        for (int i = cells.size(); i < 25; i++) {
            markdown("more-" + i, "More.", null);
        }
    }

    JsonObject json() {
        return json;
    }

    JsonArray cells() {
        return cells;
    }

    JsonObject cell(String id) {
        for (JsonElement cell : cells) {
            if (cell.getAsJsonObject().get("id").getAsString().equals(id)) {
                return cell.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException(id);
    }

    JsonObject metadata(String id) {
        return cell(id).getAsJsonObject("metadata");
    }

    /// The cell's `metadata.advsys`, made when it is absent.
    JsonObject ours(String id) {
        JsonObject metadata = metadata(id);
        if (!metadata.has("advsys")) {
            metadata.add("advsys", new JsonObject());
        }
        return metadata.getAsJsonObject("advsys");
    }

    void source(String id, String source) {
        cell(id).addProperty("source", source);
    }

    void tags(String id, String list) {
        metadata(id).add("tags", JsonParser.parseString(list));
    }

    void expect(String id, String expectation) {
        ours(id).add("expect", JsonParser.parseString(expectation));
    }

    private void markdown(String id, String text, String part) {
        add("markdown", id, text, part);
    }

    private void code(String id, String text, String part) {
        JsonObject cell = add("code", id, text, part);
        cell.add("outputs", new JsonArray());
        cell.add("execution_count", null);
    }

    private JsonObject add(String type, String id, String text, String part) {
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", type);
        cell.addProperty("id", id);
        cell.add("metadata", new JsonObject());
        cell.addProperty("source", text);
        cells.add(cell);
        if (part != null) {
            ours(id).addProperty("part", part);
        }
        return cell;
    }

    /// Writes it in canonical form as a chapter's notebook below `folder`.
    Path write(Path folder) {
        return write(folder, CanonicalJson.of(json));
    }

    static Path write(Path folder, String text) {
        try {
            Path chapter = Files.createDirectories(folder.resolve("03-locks"));
            return Files.writeString(chapter.resolve("01-sample.ipynb"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The findings on it, as `cell rule`.
    List<String> findings(Path folder) throws IOException {
        return Lint.check(write(folder)).stream()
                .map(finding -> finding.cell() + " " + finding.rule())
                .toList();
    }
}
