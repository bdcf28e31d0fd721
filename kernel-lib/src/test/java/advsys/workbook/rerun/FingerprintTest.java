package advsys.workbook.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What decides about a point's result makes another key of it, and nothing else does.
final class FingerprintTest {
    private static final String PARAMETERS = "int holdNanos = 5;\nlong seed = 1;";

    @TempDir
    Path folder;

    private Path library = Path.of("");

    @BeforeEach
    void library() throws IOException {
        library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve("McsLock.class"), "bytes");
        Files.writeString(library.resolve("ClhLock.class"), "more bytes");
    }

    private Notebook notebook(String source, String parameters) {
        return new Cells().code("setup", source).parameters(parameters).in(folder);
    }

    private String key(Notebook notebook, boolean quick, String... given) throws IOException {
        Map<String, Value> values = Parameters.of(notebook).read(List.of(given));
        return Fingerprint.of(library, notebook, quick).of(values);
    }

    private String key(String... given) throws IOException {
        return key(notebook("int a;", PARAMETERS), false, given);
    }

    @Test
    void of_anythingThatDecides_isAnotherPoint() throws IOException {
        Set<String> keys = new TreeSet<>();
        keys.add(key("holdNanos=5", "seed=1"));
        keys.add(key("holdNanos=6", "seed=1"));
        keys.add(key("holdNanos=5", "seed=2"));
        keys.add(key("seed=1"));
        keys.add(key(notebook("int b;", PARAMETERS), false, "holdNanos=5", "seed=1"));
        keys.add(key(notebook("int a;", PARAMETERS + " "), false, "holdNanos=5", "seed=1"));
        keys.add(key(notebook("int a;", PARAMETERS), true, "holdNanos=5", "seed=1"));
        Files.writeString(library.resolve("McsLock.class"), "other");
        keys.add(key("holdNanos=5", "seed=1"));
        Files.move(library.resolve("McsLock.class"), library.resolve("TasLock.class"));
        keys.add(key("holdNanos=5", "seed=1"));
        assertThat(keys).hasSize(9);
    }

    @Test
    void of_whatDecidesNothing_isTheSamePoint() throws IOException {
        String key = key("holdNanos=1us", "seed=0x10");
        assertThat(key("holdNanos=1000", "seed=16")).isEqualTo(key);
        Notebook run = new Cells()
                .code("setup", "int a;")
                .parameters(PARAMETERS)
                .code("injected", "holdNanos = 9;", Injection.TAG) // of an earlier run
                .in(folder);
        assertThat(key(run, false, "holdNanos=1000", "seed=16")).isEqualTo(key);
        Files.setLastModifiedTime(library.resolve("ClhLock.class"), java.nio.file.attribute.FileTime.fromMillis(0));
        assertThat(key("holdNanos=1000", "seed=16")).isEqualTo(key);
    }
}
