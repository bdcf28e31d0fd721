package advsys.workbook.grading;

import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.lab.Verdict;
import advsys.locks.Placement;
import advsys.workbook.notebook.Notebook;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An assignment for tests that is marked quickly: words in memory, a hidden check, and a question in words.
final class Places {
    private static final String BEGIN =
            "class MyPlaces implements Placement {\n    public long offset(int word) { return ";
    private static final String END = " * word; }\n}";
    static final String RIGHT = BEGIN + "128L" + END;
    static final String SHARED = BEGIN + "4L" + END;
    static final String GENEROUS = BEGIN + "2048L" + END;
    static final String FORGETFUL = "class MyPlaces implements Placement {\n    int n;\n"
            + "    public long offset(int word) { return 128L * (n++ % 2); }\n}";

    private static final String MASTER = """
            {"cells": [
             {"cell_type": "code", "id": "setup", "execution_count": null, "outputs": [], "metadata": {},
              "source": "import advsys.lab.*; import advsys.locks.*;\\nint unused = 1 / 0;"},
             {"cell_type": "code", "id": "answer", "execution_count": null, "outputs": [],
              "metadata": {"nbgrader": {"schema_version": 3, "grade_id": "exercise-9-1-1", "grade": false,
                                        "solution": true, "locked": false, "task": false}},
              "source": "class MyPlaces implements Placement {\\n    public long offset(int word) {\\n        // ### BEGIN SOLUTION\\n        return 640L - 128L * word;\\n        // ### END SOLUTION\\n    }\\n}"},
             {"cell_type": "code", "id": "check", "execution_count": null, "outputs": [],
              "metadata": {"nbgrader": {"schema_version": 3, "grade_id": "exercise-9-1-1-check", "grade": true,
                                        "points": 3, "solution": false, "locked": true, "task": false}},
              "source": "Check.that(MyPlaces::new, Placement.noSharedLine(2), Placement.within(2, 1024))\\n    .moreAtGrading(1)\\n    // ### BEGIN HIDDEN TESTS\\n    .and(Check.atGrading(MyPlaces::new, Placement.steady(2)))\\n    // ### END HIDDEN TESTS"},
             {"cell_type": "markdown", "id": "words",
              "metadata": {"nbgrader": {"schema_version": 3, "grade_id": "exercise-9-1-2", "grade": true, "points": 2,
                                        "solution": true, "locked": false, "task": false}},
              "source": "Because the line travels between the cores."}
            ],
            "metadata": {"kernelspec": {"name": "advsys"}}, "nbformat": 4, "nbformat_minor": 5}
            """;

    private static final Asker ASKER = new Answers();

    private final Path root;

    private Places(Path root) {
        this.root = root;
    }

    /// An instructor's workbook in `root`, with right and wrong solutions.
    static Places in(Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("notebooks/99-places"));
        Files.writeString(folder.resolve("01-places.ipynb"), MASTER);
        Path material = Files.createDirectories(folder.resolve("exercises/9.1.1"));
        Files.writeString(material.resolve("right-two-lines.java"), RIGHT);
        Files.writeString(material.resolve("wrong-shared.java"), "// no shared line: side by side\n" + SHARED);
        Files.writeString(material.resolve("wrong-outside.java"), "// within the block: too far\n" + GENEROUS);
        Files.writeString(material.resolve("wrong-forgetful.java"), "// the same place: next free\n" + FORGETFUL);
        return new Places(root);
    }

    Path root() {
        return root;
    }

    Path notebook() {
        return root.resolve("notebooks/99-places/01-places.ipynb");
    }

    Masters masters() throws IOException {
        return Masters.of(root.resolve("notebooks/99-places"), root.resolve("kept"));
    }

    static Asker asker() {
        return ASKER;
    }

    Grading grading() throws IOException {
        return new Grading(root, "99-places", root.resolve("kept"), ASKER);
    }

    /// What a student hands in who has written `code` and `words`.
    JsonObject solved(String code, String words) throws IOException {
        JsonObject released =
                ReleasedNotebook.of(Notebook.read(notebook()), "99-places").json();
        cell(released, "answer").addProperty("source", code);
        cell(released, "words").addProperty("source", words);
        return released;
    }

    static JsonObject cell(JsonObject notebook, String id) {
        JsonArray cells = notebook.getAsJsonArray("cells");
        for (JsonElement cell : cells) {
            if (cell.getAsJsonObject().get("id").getAsString().equals(id)) {
                return cell.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException(id);
    }

    static Path handIn(Path folder, String student, JsonObject notebook) throws IOException {
        Path file = folder.resolve(student).resolve("01-places.ipynb");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, notebook.toString());
    }

    /// Knows the programs of these tests and what they do, without compiling them: the tests are of what comes after.
    private static final class Answers implements Asker {
        @Override
        public List<Verdict> ask(Work work) {
            String code = work.cells().getLast();
            if (!code.contains("implements Placement")) {
                return Asker.never(work, "it does not compile");
            }
            return work.checks().stream()
                    .map(asked -> verdict(asked.law(), maker(code), work.seed()))
                    .toList();
        }

        private static Maker<Placement> maker(String code) {
            return switch (code.replaceFirst("^//.*\n", "")) {
                case RIGHT -> () -> word -> 128L * word;
                case SHARED -> () -> word -> 4L * word;
                case GENEROUS -> () -> word -> 2048L * word;
                case FORGETFUL ->
                    () -> new Placement() {
                        private int n;

                        @Override
                        public long offset(int word) {
                            return 128L * (n++ % 2);
                        }
                    };
                default ->
                    code.contains("640L")
                            ? () -> word -> 640L - 128L * word
                            : () -> word -> {
                                throw new UnsupportedOperationException("still to do");
                            };
            };
        }

        @SuppressWarnings("unchecked") // these tests ask placements only
        private static Verdict verdict(Law<?, ?> law, Maker<Placement> maker, long seed) {
            return Verdict.of((Law<Maker<Placement>, ?>) law, maker, seed);
        }

        @Override
        public String description() {
            return "by heart";
        }

        @Override
        public void close() {}
    }
}
