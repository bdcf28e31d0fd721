package advsys.workbook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchFileTest {
    @TempDir
    Path folder;

    @Test
    void quoted_awkwardArguments_reachTheJvmAsTheyAre() throws IOException, InterruptedException {
        List<String> awkward = List.of("a b", "a\"b", "a\\b", "#no comment", "tab\there", "ü€ name", "'quoted'", "");
        StringBuilder file = new StringBuilder("# a comment\n-Dstdout.encoding=UTF-8\n");
        for (int i = 0; i < awkward.size(); i++) {
            file.append(ArgumentFile.quoted("-Dawkward." + i + "=" + awkward.get(i)))
                    .append('\n');
        }
        Path launch =
                Files.writeString(folder.resolve("launch file.args"), file + "-XshowSettings:properties\n-version\n");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + launch)
                .redirectErrorStream(true);
        java.environment().put("LC_ALL", "C.UTF-8");
        Process process = java.start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        for (int i = 0; i < awkward.size(); i++) {
            assertThat(shown.lines().map(String::strip)).contains(("awkward." + i + " = " + awkward.get(i)).strip());
        }
    }

    @Test
    void write_twice_replacesOnlyWhatChanged() throws IOException {
        Path file = folder.resolve("deep/file.txt");

        assertThat(WholeFile.write(file, "one")).isTrue();
        assertThat(WholeFile.write(file, "one")).isFalse();
        assertThat(WholeFile.write(file, "two")).isTrue();
        assertThat(file).hasContent("two");
        assertThat(file.getParent().toFile().list()).containsExactly("file.txt");
    }

    @Test
    void utf8Locale_takesTheOneThatWorks() {
        assertThat(KernelSpecification.utf8Locale(Map.of("LANG", "de_DE.UTF-8"), "UTF-8"))
                .isEqualTo("de_DE.UTF-8");
        assertThat(KernelSpecification.utf8Locale(Map.of("LC_ALL", "C.utf8", "LANG", "x"), "UTF-8"))
                .isEqualTo("C.utf8");
        assertThat(KernelSpecification.utf8Locale(Map.of("LANG", "C"), "ANSI_X3.4-1968"))
                .isEqualTo("C.UTF-8");
        assertThat(KernelSpecification.utf8Locale(Map.of(), "UTF-8")).isEqualTo("C.UTF-8");
    }
}
