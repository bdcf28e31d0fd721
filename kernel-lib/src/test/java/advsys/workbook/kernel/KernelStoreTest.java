package advsys.workbook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelStoreTest {
    @TempDir
    Path root;

    private KernelStore store;

    @BeforeEach
    void aBuild() throws IOException {
        Files.createDirectories(root.resolve("kernel-lib/target/lib"));
        Files.writeString(root.resolve("kernel-lib/target/lib/gson.jar"), "gson");
        build("first");
        store = new KernelStore(root);
    }

    @Test
    void add_sameContent_isTheSameVersion() throws IOException {
        KernelStore.Version first = store.add();

        assertThat(store.add()).isEqualTo(first);
        assertThat(first.jars())
                .extracting(jar -> jar.getFileName().toString())
                .containsExactly("kernel-lib.jar", "gson.jar");
        assertThat(first.folder().resolve("kernel-lib.jar")).hasContent("first");
    }

    @Test
    void add_otherContent_leavesTheOldVersionAsItIs() throws IOException {
        KernelStore.Version first = store.add();
        build("second");
        KernelStore.Version second = store.add();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(first.folder().resolve("kernel-lib.jar")).hasContent("first");
        assertThat(second.folder().resolve("lib/gson.jar")).hasContent("gson");
        assertThat(folders()).hasSize(2);
    }

    @Test
    void removeUnused_severalVersions_keepsTheLatestTwoAndThoseInUse() throws IOException {
        List<KernelStore.Version> versions = List.of(make("1"), make("2"), make("3"), make("4"), make("5"));
        try (FileChannel used = FileChannel.open(versions.get(1).folder().resolve("in-use"), StandardOpenOption.READ);
                FileLock kernel = used.lock(0, Long.MAX_VALUE, true)) {
            assertThat(kernel.isValid()).isTrue();
            store.removeUnused(versions.get(4));
        }

        assertThat(folders())
                .containsExactlyInAnyOrder(
                        versions.get(1).folder(),
                        versions.get(3).folder(),
                        versions.get(4).folder());
    }

    @Test
    void add_nothingBuilt_namesTheFileAndTheRemedy() throws IOException {
        Files.delete(root.resolve("kernel-lib/target/kernel-lib.jar"));

        assertThatThrownBy(store::add)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("kernel-lib.jar", "./workbook build");
    }

    @Test
    void launchFile_namesTheVersionAndIsReadBack() throws IOException {
        KernelStore.Version version = store.add();
        LaunchFile launch = new LaunchFile(store.launchFile());
        assertThat(launch.version(store)).isEmpty();

        assertThat(launch.write(store, version)).isTrue();
        assertThat(launch.version(store)).contains(version);
        assertThat(store.launchFile()).content().contains("kernel-lib.jar:").doesNotContain("AOTCache");

        Files.writeString(version.cache(), "a cache");
        assertThat(launch.write(store, version)).isTrue();
        assertThat(store.launchFile()).content().contains("-XX:AOTCache=" + version.cache());
        assertThat(launch.write(store, version)).isFalse();
    }

    private KernelStore.Version make(String content) throws IOException {
        build(content);
        KernelStore.Version version = store.add();
        assertThat(version.folder().resolve("in-use").toFile().setLastModified(Integer.parseInt(content) * 10_000L))
                .isTrue();
        return version;
    }

    private void build(String content) throws IOException {
        Files.writeString(root.resolve("kernel-lib/target/kernel-lib.jar"), content);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> found = Files.list(root.resolve(".workbook/kernel"))) {
            return found.filter(Files::isDirectory).toList();
        }
    }
}
