package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a notebook says of an exercise.
///
/// @param before the classes that stand before it
record Exercise(String imports, String before, String solution, String check) {
    private static final Pattern SOLUTION =
            Pattern.compile("(?s)[ \\t]*// ### BEGIN SOLUTION.*?// ### END SOLUTION[ \\t]*\\n");
    private static final Pattern NEW_METHODS = Pattern.compile("(?m)^    public ([\\w<>]+) (\\w+)\\((.*?)\\)");
    private static final Pattern DECLARED = Pattern.compile("(?m)^((?:abstract |final )?(?:class|interface|record) )");

    static Exercise find(String name) throws IOException {
        try (Stream<Path> files = Files.list(ExercisesTest.chapter(name))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList()) {
                List<NotebookCell> code = Notebook.read(file).code();
                for (int i = 0; i < code.size(); i++) {
                    if (id(code.get(i)).equals("exercise-" + name.replace('.', '-'))) {
                        return of(code.subList(0, i), code.get(i), code.subList(i, code.size()), name);
                    }
                }
            }
        }
        throw new AssertionError("no notebook has the exercise " + name);
    }

    private static Exercise of(List<NotebookCell> before, NotebookCell cell, List<NotebookCell> after, String name) {
        String imports = "import java.util.*;\n"
                + before.stream()
                        .flatMap(each -> each.lines().stream())
                        .filter(line -> line.startsWith("import "))
                        .collect(Collectors.joining("\n"));
        String classes = before.stream()
                .map(NotebookCell::source)
                .filter(source -> source.contains("class Joining"))
                .collect(Collectors.joining("\n"));
        String check = after.stream()
                .filter(each -> id(each).equals("exercise-" + name.replace('.', '-') + "-check"))
                .findFirst()
                .orElseThrow()
                .source();
        return new Exercise(imports, classes, cell.source() + "\n", check);
    }

    private static String id(NotebookCell cell) {
        var metadata = cell.json().getAsJsonObject("metadata").getAsJsonObject("nbgrader");
        return metadata == null ? "" : metadata.get("grade_id").getAsString();
    }

    /// The cell as students get it: what is still to do throws.
    String stub() {
        Matcher region = SOLUTION.matcher(solution);
        assertThat(region.find()).as("a solution region in\n" + solution).isTrue();
        String todo = "throw new UnsupportedOperationException(\"still to do\");";
        String methods = NEW_METHODS
                .matcher(region.group())
                .results()
                .map(method -> "    public " + method.group(1) + " " + method.group(2) + "(" + method.group(3) + ") { "
                        + todo + " }\n")
                .collect(Collectors.joining());
        return solution.replace(region.group(), methods.isEmpty() ? "        " + todo + "\n" : methods);
    }

    /// The cells as JShell wraps them: classes of the package REPL, nested in one that is named `wrapper`.
    String wrapped(String wrapper, String code) {
        assertThat(check).contains("Check.that(");
        String classes = DECLARED.matcher(before + "\n" + code).replaceAll("public static $1");
        return "package REPL;\n" + imports + "\npublic class " + wrapper + " {\n" + classes
                + "\n    public static Object check(long seed) {\n        return "
                + check.replace("Check.that(", "Check.replay(seed, ") + "\n;\n    }\n}\n";
    }
}
