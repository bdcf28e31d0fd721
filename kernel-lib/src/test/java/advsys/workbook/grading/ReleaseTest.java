package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {
    private static final String WRONG = "// twice: forgets half\nclass Twice { int of(int n) { return n; } }\n";

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        root = folder.resolve("workbook-of-the-instructor");
        Path notebooks = Files.createDirectories(root.resolve("notebooks/99-test/exercises/twice"));
        Files.writeString(notebooks.resolve("wrong-half.java"), WRONG);
        Files.writeString(root.resolve("notebooks/99-test/01-twice.ipynb"), Assignments.text());
        Files.createDirectories(root.resolve("kernel-lib/src/main/java"));
        Files.createDirectories(root.resolve("kernel-lib/src/test/java"));
        Files.writeString(root.resolve("kernel-lib/pom.xml"), "<project/>");
        Files.writeString(root.resolve("kernel-lib/src/main/java/A.java"), "class A {}");
        Files.writeString(root.resolve("kernel-lib/src/test/java/ATest.java"), WRONG);
        Files.writeString(root.resolve("workbook"), "#!/bin/sh\n");
    }

    private Release release() {
        return new Release(root, folder.resolve("masters"));
    }

    @Test
    void release_assignment_isATreeWithoutSolutionsTestsAndMaterial() throws IOException {
        Path tree = folder.resolve("out/tree");
        Release.Done done = release().release("99-test", tree);
        assertThat(done.points()).isEqualTo(3);
        assertThat(files(tree))
                .containsExactlyInAnyOrder(
                        "kernel-lib/pom.xml",
                        "kernel-lib/src/main/java/A.java",
                        "notebooks/99-test/01-twice.ipynb",
                        "workbook");
        Notebook released = Notebook.read(tree.resolve("notebooks/99-test/01-twice.ipynb"));
        assertThat(released.text()).contains("is still to do").doesNotContain("everybody knows", "-17", "\"true\"");
        Notebook kept = Notebook.read(folder.resolve("masters")
                .resolve(done.notebooks().get("01-twice.ipynb"))
                .resolve("01-twice.ipynb"));
        assertThat(ReleasedNotebook.version(kept)).isEqualTo(done.notebooks().get("01-twice.ipynb"));
    }

    @Test
    void release_wrongSolutionInTheLibrary_isRefusedAndLeavesNothing() throws IOException {
        Files.writeString(root.resolve("kernel-lib/src/main/java/B.java"), WRONG.replace("\n", "\n    "));
        Path tree = folder.resolve("out/tree");
        assertThatIOException()
                .isThrownBy(() -> release().release("99-test", tree))
                .withMessageContaining("would give something away")
                .withMessageContaining("B.java");
        assertThat(files(folder.resolve("out"))).isEmpty();
    }

    @Test
    void release_stubThatDoesNotCompile_isRefusedWithTheCell() throws IOException {
        Files.writeString(
                root.resolve("notebooks/99-test/01-twice.ipynb"),
                Assignments.text()
                        .replace(
                                "\"        // ### END SOLUTION\\n\"",
                                "\"        // ### END SOLUTION\\n\", \"        return n;\\n\""));
        assertThatIOException()
                .isThrownBy(() -> release().release("99-test", folder.resolve("tree")))
                .withMessageContaining("does not compile")
                .withMessageContaining("cell answer");
    }

    @Test
    void release_wrongNames_areRefusedWithARemedy() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> release().release("../etc", folder.resolve("tree")))
                .withMessageContaining("there is no assignment");
        assertThatIOException()
                .isThrownBy(() -> release().release("99-test", root))
                .withMessageContaining("exists already");
    }

    private static List<String> files(Path tree) throws IOException {
        try (Stream<Path> walk = Files.walk(tree)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> tree.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
