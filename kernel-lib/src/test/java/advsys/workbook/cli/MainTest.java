package advsys.workbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The command line: exit codes, and what is printed for people and for programs.
final class MainTest {
    private static final String CELL = "{\"cell_type\": \"code\", \"id\": \"sum\", \"metadata\": {}, "
            + "\"execution_count\": null, \"outputs\": [], \"source\": \"int sum = 1 + 1;\"}";
    private static final String NOTEBOOK = "{\"cells\": [" + CELL + "], \"metadata\": "
            + "{\"kernelspec\": {\"name\": \"advsys\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a notebook, größer.ipynb"), text);
    }

    @Test
    void lint_notCanonical_exits1AndSaysHowMany() throws IOException {
        Path file = write(NOTEBOOK);
        assertThat(run("lint", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(file + ": notebook: canonical: ").contains("1 notebooks, 1 errors");
    }

    @Test
    void lint_fix_makesItClean() throws IOException {
        Path file = write(NOTEBOOK);
        assertThat(run("lint", "--fix", file.toString())).isZero();
        assertThat(out.toString()).contains("written in canonical form").contains("1 notebooks, 0 errors");
    }

    @Test
    void lint_compile_findsWhatJavacRejects() throws IOException {
        Path file = write(NOTEBOOK.replace("1 + 1", "1 + true"));
        run("lint", "--fix", file.toString());
        assertThat(run("lint", "--compile", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("sum: compile: line 1: ");
    }

    @Test
    void lint_damagedWithFix_isReportedAndLeftAsItIs() throws IOException {
        Path file = write(NOTEBOOK.substring(0, 60));
        assertThat(run("lint", "--fix", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("damaged").contains("cut off");
        assertThat(file).hasContent(NOTEBOOK.substring(0, 60));
    }

    @Test
    void lint_json_isAList() throws IOException {
        run("lint", "--json", write(NOTEBOOK).toString());
        assertThat(JsonParser.parseString(out.toString()).getAsJsonArray())
                .singleElement()
                .satisfies(finding -> assertThat(finding.getAsJsonObject().keySet())
                        .containsExactly("file", "cell", "rule", "severity", "what", "remedy"));
    }

    @Test
    void everyCommand_help_exits0() {
        for (String command : new String[] {
            "lint", "check", "run", "sweep", "compare", "index", "bench", "reproduce", "release", "self-check"
        }) {
            assertThat(run(command, "--help")).as(command).isZero();
        }
        assertThat(out.toString()).contains("./workbook lint", "./workbook check", "./workbook bench");
    }

    @Test
    void wrongUse_exits2WithAReason() {
        assertThat(run("lint", "--colour")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("bench", "moonshine")).isEqualTo(2);
        assertThat(err.toString()).contains("--colour").contains("there is no area 'moonshine'");
    }
}
