package advsys.workbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// Wrong calls of `run`, `sweep` and `compare`: each is refused by name with exit status 2, and nothing is written.
final class RerunCommandsTest {
    private static final String NOTEBOOK = """
            {"cells": [{"cell_type": "code", "id": "parameters", "metadata": {"tags": ["parameters"]},
              "execution_count": null, "outputs": [], "source": "int[] threads = {1, 2};  // how many, 1..64\\nint holdNanos \
            = 5; // inside\\nlong seed = 1; // chance\\nMode mode = Mode.FAST; // how\\njava.time.Duration rest = \
            java.time.Duration.ofMillis(2); // between"},
             {"cell_type": "code", "id": "modes", "metadata": {}, "execution_count": null, "outputs": [],
              "source": "enum Mode { FAST, SLOW }"}],
             "metadata": {"kernelspec": {"name": "advsys"}}, "nbformat": 4, "nbformat_minor": 5}""";

    @TempDir
    Path folder;

    private Path notebook = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        notebook = Files.writeString(folder.resolve("one.ipynb"), NOTEBOOK);
        Files.writeString(folder.resolve("damaged.ipynb"), NOTEBOOK.substring(0, 200));
        Files.writeString(folder.resolve("empty.ipynb"), "");
        Files.writeString(folder.resolve("list.ipynb"), "[1, 2]");
        Files.writeString(folder.resolve("old.ipynb"), NOTEBOOK.replace("\"nbformat\": 4", "\"nbformat\": 3"));
        Files.writeString(folder.resolve("twice.ipynb"), NOTEBOOK.replace("\"modes\"", "\"parameters\""));
    }

    private int call(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run | one | holdNano=4 | did you mean 'holdNanos'",
                "run | one | holdNanos=much | no whole number",
                "run | one | holdNanos=99999999999 | not from -2147483648",
                "run | one | threads=65 | 65 is not in 1..64",
                "run | one | threads={1,2 | no whole number",
                "run | one | mode=MEDIUM | none of Mode's constants FAST, SLOW",
                "run | one | rest=5 | no duration",
                "run | one | rest=5KiB | unit of memory",
                "run | one | seed | not of the form name=value",
                "run | one | =5 | not of the form name=value",
                "run | damaged | seed=2 | damaged.ipynb: the file is not JSON",
                "run | empty | seed=2 | empty.ipynb",
                "run | list | seed=2 | list.ipynb",
                "run | old | seed=2 | old.ipynb",
                "run | twice | seed=2 | twice.ipynb",
                "run | absent | seed=2 | no such file",
                "sweep | one | holdNano=1,2 | did you mean 'holdNanos'",
                "sweep | one | holdNanos=1,2,2 | 2 comes twice",
                "sweep | one | holdNanos=1,x | no whole number",
                "sweep | one | holdNanos=1,,2 | no whole number",
                "sweep | one | mode=FAST,QUICK | none of Mode's constants",
                "sweep | damaged | seed=2 | damaged.ipynb: the file is not JSON",
            })
    void call_wrongInput_isRefusedByNameAndWritesNothing(String command, String file, String parameter, String reason)
            throws IOException {
        List<String> before = files();
        Path target = folder.resolve(command.equals("run") ? "never.ipynb" : "never");
        assertThat(call(command, folder.resolve(file + ".ipynb").toString(), "-p", parameter, "-o", target.toString()))
                .as(err.toString())
                .isEqualTo(2);
        assertThat(err.toString()).contains(reason);
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-p seed=1,2 --seeds 3 | give one of them",
                "-p seed=9223372036854775807 --seeds 2 | long overflow",
                "--seeds -1 | at least 1 is needed",
                "-p seed=1 -p seed=2 | 'seed' is given twice",
            })
    void sweep_wrongGrid_isRefused(String options, String reason) throws IOException {
        List<String> before = files();
        List<String> arguments = new ArrayList<>(List.of("sweep", notebook.toString()));
        arguments.addAll(List.of(options.split(" ", -1)));
        arguments.addAll(List.of("-o", folder.resolve("never").toString()));
        assertThat(call(arguments.toArray(String[]::new))).as(err.toString()).isEqualTo(2);
        assertThat(err.toString()).contains(reason);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void run_ontoItselfOrAFolder_isRefused() throws IOException {
        assertThat(call("run", notebook.toString(), "-o", notebook.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is the notebook itself");
        assertThat(call("run", notebook.toString(), "-o", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is a folder");
        assertThat(notebook).hasContent(NOTEBOOK);
    }

    @Test
    void run_list_showsWhatCanBeSet() {
        assertThat(call("run", notebook.toString(), "--list")).isZero();
        assertThat(out.toString())
                .containsPattern("threads +int\\[\\]")
                .containsPattern("holdNanos +int +5 +ns")
                .containsPattern("mode +Mode: FAST SLOW +Mode.FAST")
                .containsPattern("rest +\\S*Duration");
    }

    @Test
    void compare_notebookThatWasNotRun_isRefused() {
        assertThat(call("compare", notebook.toString(), notebook.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("shows no rows to compare");
        assertThat(call("compare", folder.toString(), notebook.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is no folder of a sweep");
    }
}
