package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.notebook.Lint;
import advsys.workbook.notebook.Notebook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Students have the library's sources and its jar: neither holds a solution, a hidden check or a wrong solution of any
/// assignment. (What a release makes of the notebooks is searched by the release itself.)
class LibrarySecretsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("advsys.root", "..")).toAbsolutePath();
    private static final List<String> ASSIGNMENTS = List.of("02-coherence", "03-locks");

    private static List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>();
        for (String assignment : ASSIGNMENTS) {
            Path folder = ROOT.resolve("notebooks").resolve(assignment);
            for (Path file : Lint.notebooks(folder)) {
                secrets.addAll(
                        ReleasedNotebook.of(Notebook.read(file), assignment).secrets());
            }
            try (Stream<Path> material = Files.walk(folder.resolve("exercises"))) {
                for (Path file : material.filter(Files::isRegularFile).toList()) {
                    secrets.add(Files.readString(file));
                }
            }
        }
        return secrets;
    }

    @Test
    void library_sourcesAndClasses_holdNoSecretOfAnAssignment() throws IOException {
        List<String> all = secrets();
        assertThat(all).hasSizeGreaterThan(50);
        Secrets secrets = new Secrets(all);
        assertThat(secrets.findIn(ROOT.resolve("kernel-lib/src/main"))).isEmpty();
        assertThat(secrets.findIn(ROOT.resolve("kernel-lib/target/classes"))).isEmpty();
    }

    /// That the search would find them: in a compressed jar, as a string in a class's constant pool, in JSON.
    @Test
    void findIn_secretInAJar_isFoundWhereverItIs(@TempDir Path folder) throws IOException {
        String secret = "public void lock() {\n    int mine = next.getAndIncrement();\n}";
        Secrets secrets = new Secrets(List.of(secret));
        for (String hidden : List.of(
                secret.replace("\n", "\r\n      "),
                "\u0001\u0000\u0040" + secret,
                "{\"a\": \"" + secret.replace("\n", "\\n") + "\"}")) {
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(folder.resolve("x.jar")))) {
                out.putNextEntry(new JarEntry("A.class"));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(hidden.getBytes(StandardCharsets.UTF_8));
                out.write(bytes.toByteArray());
            }
            assertThat(secrets.findIn(folder)).as(hidden).isPresent();
        }
    }
}
