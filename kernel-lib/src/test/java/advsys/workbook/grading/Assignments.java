package advsys.workbook.grading;

import advsys.workbook.notebook.Notebook;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// A small assignment for tests: a solution, a check with a hidden part, a question in words, and a plain cell.
final class Assignments {
    private Assignments() {}

    static String text() {
        return """
                {"cells": [
                 {"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# Twice"},
                 {"cell_type": "code", "id": "answer", "execution_count": null, "outputs": [],
                  "metadata": {"nbgrader": {"schema_version": 3, "grade_id": "twice", "grade": false,
                                            "solution": true, "locked": false, "task": false}},
                  "source": ["class Twice {\\n", "    int of(int n) {\\n", "        // ### BEGIN SOLUTION\\n",
                             "        return n + n; // as everybody knows, or should\\n",
                             "        // ### END SOLUTION\\n", "    }\\n", "}"]},
                 {"cell_type": "code", "id": "check", "execution_count": 7,
                  "outputs": [{"output_type": "stream", "name": "stdout", "text": "true"}],
                  "metadata": {"advsys": {"expect": {"text": "true"}},
                               "nbgrader": {"schema_version": 3, "grade_id": "twice-check", "grade": true,
                                            "points": 2, "solution": false, "locked": true, "task": false}},
                  "source": ["new Twice().of(2) == 4\\n", "// ### BEGIN HIDDEN TESTS\\n",
                             "&& new Twice().of(-17) == -34\\n", "// ### END HIDDEN TESTS"]},
                 {"cell_type": "markdown", "id": "words",
                  "metadata": {"nbgrader": {"schema_version": 3, "grade_id": "why", "grade": true, "points": 1,
                                            "solution": true, "locked": false, "task": false}},
                  "source": "Because doubling is adding a thing to itself."}
                ],
                "metadata": {"kernelspec": {"name": "advsys"}}, "nbformat": 4, "nbformat_minor": 5}
                """;
    }

    static Notebook write(Path folder) throws IOException {
        return Notebook.read(Files.writeString(folder.resolve("01-twice.ipynb"), text()));
    }

    static String source(JsonObject notebook, String id) {
        for (JsonElement cell : notebook.getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().get("id").getAsString().equals(id)) {
                JsonElement source = cell.getAsJsonObject().get("source");
                return source.isJsonPrimitive()
                        ? source.getAsString()
                        : source.getAsJsonArray().asList().stream()
                                .map(JsonElement::getAsString)
                                .collect(Collectors.joining());
            }
        }
        throw new IllegalArgumentException(id);
    }
}
