package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A grader that has lost a check is found out before it marks anybody.
class SelfTestTest {
    @TempDir
    private Path folder;

    private Places places;

    @BeforeEach
    void layOut() throws IOException {
        places = Places.in(folder);
    }

    private List<String> problems(Asker asker) throws Exception {
        Path material = folder.resolve("notebooks/99-places/exercises");
        return new SelfTest(places.masters(), asker, material)
                .run(_ -> {}).stream()
                        .filter(each -> !each.problem().isEmpty())
                        .map(each -> each.what() + ": " + each.problem())
                        .toList();
    }

    @Test
    void run_soundGrader_hasNoProblems() throws Exception {
        assertThat(problems(Places.asker())).isEmpty();
    }

    /// One check that passes whatever comes.
    @ParameterizedTest
    @ValueSource(strings = {"no shared line", "within the block", "the same place"})
    void run_weakenedCheck_isRefused(String check) throws Exception {
        assertThat(problems(new Weakened(Places.asker(), check)))
                .anyMatch(each -> each.contains("\"" + check + "\" does not catch it"))
                .anyMatch(each -> each.contains("catches anything"));
    }

    @Test
    void run_materialThatProvesNothing_isNamed() throws Exception {
        Path material = folder.resolve("notebooks/99-places/exercises/9.1.1");
        Files.writeString(material.resolve("wrong-nameless.java"), Places.SHARED);
        Files.writeString(material.resolve("wrong-other.java"), "// fairness: no such check\n" + Places.SHARED);
        Files.writeString(material.resolve("right-not.java"), Places.SHARED);
        assertThat(problems(Places.asker()))
                .hasSize(3)
                .anyMatch(each -> each.contains("wrong-nameless.java: its first line"))
                .anyMatch(each -> each.contains("wrong-other.java: it is named for \"fairness\""))
                .anyMatch(each -> each.contains("right-not.java: it is right, and \"no shared line\" says"));
    }
}
