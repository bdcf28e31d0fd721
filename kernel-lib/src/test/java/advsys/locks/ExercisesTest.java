package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Check;
import advsys.lab.Judgement;
import advsys.lab.Verdict;
import advsys.testing.LongForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final int SEEDS = 4;

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
        List<Path> material = material(exercise);
        Map<String, String> sources = new LinkedHashMap<>(Map.of("Stub", here.wrapped("Stub", here.stub())));
        for (int i = 0; i < material.size(); i++) {
            sources.put("Run" + i, here.wrapped("Run" + i, Files.readString(material.get(i))));
        }
        CompiledCells cells = new CompiledCells(folder.resolve(exercise), sources);
        assertThat(run(cells, "Stub", 1).holds()).as("the stub").isFalse();
        assertThat(material).filteredOn(file -> isRight(file)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(material).filteredOn(file -> !isRight(file)).hasSizeGreaterThanOrEqualTo(2);
        Set<String> witnesses = new HashSet<>();
        for (int i = 0; i < material.size(); i++) {
            Path file = material.get(i);
            if (!isRight(file)) {
                assertCaught(cells, "Run" + i, file, witnesses);
                continue;
            }
            Check check = run(cells, "Run" + i, 1);
            assertThat(all(check)) // a host that is too busy to judge is no fault of the solution
                    .as(file + "\n" + check)
                    .noneMatch(Verdict::fails);
        }
    }

    /// By the check that its first line names: within a few seeds, because what depends on the machine's timing may
    /// hide for a second on a busy host.
    private static void assertCaught(CompiledCells cells, String wrapper, Path file, Set<String> witnesses)
            throws Exception {
        String code = Files.readString(file);
        String named = code.substring("// ".length(), code.indexOf(':'));
        List<String> seen = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Check check = run(cells, wrapper, seed);
            seen.add(check.toString());
            for (Verdict verdict : all(check)) {
                if (verdict.check().equals(named) && verdict.judgement() instanceof Judgement.Fails found) {
                    assertThat(witnesses.add(found.got() + found.witness() + found.trace()))
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
    static Path chapter(String exercise) throws IOException {
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

    /// Runs the notebook's check.
    private static Check run(CompiledCells cells, String wrapper, long seed) throws Exception {
        return (Check) cells.loadClass("REPL." + wrapper)
                .getMethod("check", long.class)
                .invoke(null, seed);
    }
}
