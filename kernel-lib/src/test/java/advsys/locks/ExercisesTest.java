package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Check;
import advsys.lab.Judgement;
import advsys.lab.Verdict;
import advsys.lab.stop.StopWeaver;
import advsys.testing.LongForm;
import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The exercises, with what lies in their chapter's folder `exercises`: what is still to do fails, each right
/// solution passes, and each wrong one is caught by the check that its first line names, with a story of its own. The
/// checks are those of the notebook's own cell, as a quick run asks them: what it tells apart, the longer one does too.
class ExercisesTest {
    private static final Path NOTEBOOKS =
            Path.of(System.getProperty("advsys.root", "..")).toAbsolutePath().resolve("notebooks");
    private static final Pattern SOLUTION =
            Pattern.compile("(?s)[ \\t]*// ### BEGIN SOLUTION.*?// ### END SOLUTION[ \\t]*\\n");
    private static final int SEEDS = 4;
    private static final Pattern NEW_METHODS = Pattern.compile("(?m)^    public (\\w+) (\\w+)\\((.*?)\\)");

    @TempDir
    private Path folder;

    @BeforeAll
    static void askQuickly() {
        System.setProperty("advsys.quick", "" + !LongForm.on());
    }

    @AfterAll
    static void askAsBefore() {
        System.clearProperty("advsys.quick");
    }

    /// Some of those whose solutions lie beside the notebooks.
    static List<String> exercises() throws IOException {
        try (Stream<Path> files =
                Files.find(NOTEBOOKS, 3, (path, _) -> path.getParent().endsWith("exercises"))) {
            return LongForm.choose(
                    files.map(path -> path.getFileName().toString()).sorted().toList(),
                    6,
                    "exercises with all their solutions");
        }
    }

    @Timeout(180)
    @ParameterizedTest
    @MethodSource("exercises")
    void exercise_stubRightAndWrong_areToldApart(String exercise) throws Exception {
        Exercise here = Exercise.find(exercise);
        assertThat(run(here, here.stub()).holds()).as("the stub").isFalse();
        List<Path> material = material(exercise);
        assertThat(material).filteredOn(file -> isRight(file)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(material).filteredOn(file -> !isRight(file)).hasSizeGreaterThanOrEqualTo(2);
        Set<String> witnesses = new HashSet<>();
        for (Path file : material) {
            String code = Files.readString(file);
            if (!isRight(file)) {
                assertCaught(here, file, code, witnesses);
                continue;
            }
            Check check = run(here, code);
            assertThat(all(check)) // a host that is too busy to judge is no fault of the solution
                    .as(file + "\n" + check)
                    .noneMatch(Verdict::fails);
        }
    }

    /// By the check that its first line names: within a few seeds, because what depends on the machine's timing may
    /// hide for a second on a busy host.
    private void assertCaught(Exercise exercise, Path file, String code, Set<String> witnesses) throws Exception {
        String named = code.substring("// ".length(), code.indexOf(':'));
        List<String> seen = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Check check = run(exercise.seed(seed), code);
            seen.add(check.toString());
            for (Verdict verdict : all(check)) {
                if (verdict.check().equals(named) && verdict.judgement() instanceof Judgement.Fails found) {
                    assertThat(witnesses.add(found.got() + found.witness()))
                            .as("%s has a story of its own\n%s", file, check)
                            .isTrue();
                    return;
                }
            }
        }
        throw new AssertionError(file + " is not caught by \"" + named + "\":\n" + String.join("\n", seen));
    }

    private static List<Verdict> all(Check check) {
        return Stream.concat(check.verdicts().stream(), check.hidden().stream()).toList();
    }

    /// The folder of a chapter, by an exercise of it: that of 3.1.1 begins with 03.
    private static Path chapter(String exercise) throws IOException {
        String number = "0" + exercise.substring(0, exercise.indexOf('.')) + "-";
        try (Stream<Path> folders = Files.list(NOTEBOOKS)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(number))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Path> material(String exercise) throws IOException {
        try (Stream<Path> files =
                Files.list(chapter(exercise).resolve("exercises").resolve(exercise))) {
            return files.sorted().toList();
        }
    }

    private static boolean isRight(Path file) {
        return file.getFileName().toString().startsWith("right-");
    }

    /// Compiles the cells as one file, and runs the notebook's check.
    private Check run(Exercise exercise, String code) throws Exception {
        Path sources = Files.createTempDirectory(folder, "exercise");
        Path file = sources.resolve("Run.java");
        Files.writeString(
                file,
                exercise.imports() + "\n" + exercise.before() + "\n" + code + "\npublic class Run {\n"
                        + "    public static Object check() {\n        return " + exercise.check() + "\n;\n    }\n}\n");
        StringWriter problems = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            problems,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    sources.toString()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(problems + "\n" + Files.readString(file)).isTrue();
        }
        return (Check) new Woven(sources).loadClass("Run").getMethod("check").invoke(null);
    }

    /// Loads classes as the kernel loads a cell's: with stop checks, or a lock that hangs would spin for ever.
    private static final class Woven extends ClassLoader {
        private final Path folder;

        Woven(Path folder) {
            super(ExercisesTest.class.getClassLoader());
            this.folder = folder;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                byte[] code = new StopWeaver(StopWeaver.Entries.RECURSIVE)
                        .weave(Files.readAllBytes(folder.resolve(name + ".class")));
                return defineClass(name, code, 0, code.length);
            } catch (IOException missing) {
                throw new ClassNotFoundException(name, missing);
            }
        }

        @Override
        protected @Nullable URL findResource(String name) {
            try {
                Path file = folder.resolve(name);
                return Files.exists(file) ? file.toUri().toURL() : null;
            } catch (MalformedURLException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /// What a notebook says of an exercise.
    ///
    /// @param before the classes that stand before it
    private record Exercise(String imports, String before, String solution, String check) {
        static Exercise find(String name) throws IOException {
            try (Stream<Path> files = Files.list(chapter(name))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".ipynb"))
                        .sorted()
                        .toList()) {
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

        private static Exercise of(
                List<NotebookCell> before, NotebookCell cell, List<NotebookCell> after, String name) {
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

        /// The same, checked with another seed.
        Exercise seed(int seed) {
            assertThat(check).contains("Check.that(");
            return new Exercise(imports, before, solution, check.replace("Check.that(", "Check.replay(" + seed + ", "));
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
                    .map(method -> "    public " + method.group(1) + " " + method.group(2) + "(" + method.group(3)
                            + ") { " + todo + " }\n")
                    .collect(Collectors.joining());
            return solution.replace(region.group(), methods.isEmpty() ? "        " + todo + "\n" : methods);
        }
    }
}
