package advsys.workbook.kernel.jshell.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.workbook.kernel.jshell.help.Knowledge;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `%maven` against a repository of files: nothing asks the network.
class MavenTest {
    @TempDir
    private Path folder;

    private final List<Path> added = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();

    @BeforeEach
    void publish() throws IOException {
        publish(
                "tram",
                "<dependencies><dependency><groupId>net.example</groupId><artifactId>rail</artifactId>"
                        + "<version>1.0</version></dependency></dependencies>");
        publish("rail", "");
    }

    private void publish(String artifact, String dependencies) throws IOException {
        Path home = Files.createDirectories(folder.resolve("remote/net/example/" + artifact + "/1.0"));
        Files.writeString(home.resolve(artifact + "-1.0.pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>net.example</groupId>
                <artifactId>%s</artifactId><version>1.0</version>%s</project>
                """.formatted(artifact, dependencies));
        Files.writeString(home.resolve(artifact + "-1.0.jar"), "a jar of " + artifact);
    }

    private ContextOverrides settings() {
        String url = folder.resolve("remote").toUri().toString();
        return ContextOverrides.create()
                .withUserSettings(false)
                .withMavenUserHomeOverride(folder.resolve("home"))
                .withLocalRepositoryOverride(
                        folder.resolve("home/repository")) // the build's -Dmaven.repo.local is its own
                .repositories(List.of(new RemoteRepository.Builder("files", "default", url).build()))
                .addRepositoriesOp(ContextOverrides.AddRepositoriesOp.REPLACE)
                .build();
    }

    @Test
    void run_anArtifact_addsItAndWhatItNeeds() throws Exception {
        new Maven(this::settings).run("net.example:tram:1.0", new FakeHost());

        assertThat(added)
                .containsExactly(
                        folder.resolve("home/repository/net/example/tram/1.0/tram-1.0.jar"),
                        folder.resolve("home/repository/net/example/rail/1.0/rail-1.0.jar"));
        assertThat(added.getLast()).hasContent("a jar of rail");
        assertThat(printed.toString())
                .isEqualTo("net.example:tram:1.0 and 1 that it needs are on the class path now\n");
    }

    @Test
    void run_anArtifactThatIsNowhere_namesItAndWhatToLookFor() {
        assertThatThrownBy(() -> new Maven(this::settings).run("net.example:ferry:2.0", new FakeHost()))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("net.example:ferry:2.0 cannot be had")
                .hasMessageContaining("look for a typing error");
        assertThat(added).isEmpty();
    }

    @Test
    void usual_homeThatCannotBeWritten_keepsDownloadsUnderWorkbook() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "so nothing can be made in it, not even by root");
        String before = System.getProperty("advsys.root");
        System.setProperty("advsys.root", folder.toString());
        try {
            assertThat(Maven.usual(file.resolve("repository")).getLocalRepositoryOverride())
                    .isEqualTo(folder.resolve(".workbook/m2/repository"));
            assertThat(Maven.usual(folder.resolve("writable")).getLocalRepositoryOverride())
                    .isNull();
        } finally {
            if (before != null) {
                System.setProperty("advsys.root", before);
            } else {
                System.clearProperty("advsys.root");
            }
        }
    }

    private final class FakeHost implements Host {
        @Override
        public void print(String text) {
            printed.append(text);
        }

        @Override
        public void addToClassPath(Path jarOrFolder) {
            added.add(jarOrFolder);
        }

        @Override
        public <T> T interruptibly(Callable<T> work) throws Exception {
            return work.call();
        }

        @Override
        public void page(String text) {
            throw new AssertionError(text);
        }

        @Override
        public void run(String name, String source) {
            throw new AssertionError(source);
        }

        @Override
        public void atEnd(Runnable task) {
            throw new AssertionError("nothing is to be done at the end");
        }

        @Override
        public Knowledge knowledge() {
            throw new AssertionError("nothing of the notebook is asked");
        }

        @Override
        public void resetAtEnd() {
            throw new AssertionError("nothing is to be reset");
        }
    }
}
