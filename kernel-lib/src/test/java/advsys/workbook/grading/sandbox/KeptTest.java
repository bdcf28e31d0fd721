package advsys.workbook.grading.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
    @Test
    void keep_thenCopyTo_givesTheSameBytes(@TempDir Path folder) throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "jar");
        Path cache = Files.writeString(folder.resolve("a.aot"), "cache");
        Kept kept = new Kept(folder.resolve("kept"), "key");
        assertThat(kept.isThere()).isFalse();
        kept.keep(jar, cache);
        assertThat(kept.isThere()).isTrue();
        assertThat(new Kept(folder.resolve("kept"), "other").isThere()).isFalse();
        kept.copyTo(folder.resolve("b.jar"), folder.resolve("b.aot"));
        assertThat(folder.resolve("b.jar")).hasContent("jar");
        assertThat(folder.resolve("b.aot")).hasContent("cache");
    }

    @Test
    void keep_ofManyBuilds_forgetsTheOldestWholly(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path home = folder.resolve("kept");
        for (int build = 1; build <= 6; build++) {
            new Kept(home, "build" + build).keep(file, file);
            Files.setLastModifiedTime(home.resolve("build" + build + ".aot"), FileTime.fromMillis(build * 1000L));
        }
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .contains("build6.aot", "build6.jar", "build5.aot")
                    .doesNotContain("build1.aot", "build1.jar");
        }
    }
}
