package advsys.workbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each rule finds the notebook that breaks it, names the cell, and finds nothing else.
final class LintTest {
    @TempDir
    Path folder;

    @Test
    void check_soundChapter_findsNothing() throws IOException {
        assertThat(Lint.check(new SampleNotebook().write(folder))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void check_oneThingSpoilt_isTheOneFinding(String what, String expected, Consumer<SampleNotebook> spoil)
            throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        spoil.accept(notebook);
        assertThat(notebook.findings(folder)).as(what).containsExactly(expected);
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                // how the file stands in git
                spoil(
                        "another kernel",
                        "notebook kernel",
                        n -> n.json()
                                .getAsJsonObject("metadata")
                                .add("kernelspec", JsonParser.parseString("{\"name\": \"java\"}"))),
                spoil("an output", "run outputs", n -> n.cell("run").add("outputs", JsonParser.parseString("[{}]"))),
                spoil("a count", "run outputs", n -> n.cell("run").addProperty("execution_count", 3)),
                spoil("a random id", "0a1b2c3d id", n -> n.cell("more-20").addProperty("id", "0a1b2c3d")),
                spoil("a shouted id", "More_20 id", n -> n.cell("more-20").addProperty("id", "More_20")),
                // our own data
                spoil("metadata misspelt", "run metadata", n -> n.ours("run").addProperty("expects", "x")),
                spoil(
                        "metadata a text",
                        "look metadata",
                        n -> n.metadata("look").addProperty("advsys", "run")),
                spoil("a tag nobody reads", "run metadata", n -> n.tags("run", "[\"raises-exeption\"]")),
                spoil("tags a text", "look metadata", n -> n.tags("look", "\"hide-input\"")),
                // parts
                spoil("an unknown part", "look part", n -> n.ours("look").addProperty("part", "chrat")),
                spoil("a missing part", "notebook part", n -> n.ours("goals").remove("part")),
                spoil(
                        "parts out of order",
                        "goals part",
                        n -> n.cells().add(n.cells().remove(0))),
                spoil(
                        "two lines of set-up",
                        "setup part",
                        n -> n.source("setup", "import java.util.*;\nimport java.util.stream.*;")),
                spoil("a chart out of the blue", "chart chart-text", n -> swapTypes(n, "look")),
                // sizes
                spoil("21 lines", "tweak code-length", n -> n.source("tweak", "sum++;\n".repeat(21))),
                spoil("13 lines", "tweak code-length", n -> n.source("tweak", "sum++;\n".repeat(13))),
                spoil("61 words", "look text-length", n -> n.source("look", "word ".repeat(61))),
                spoil("24 cells", "notebook cell-count", n -> n.cells().remove(24)),
                // parameters
                spoil("no parameters", "notebook parameters", n -> n.tags("parameters", "[]")),
                spoil("two of them", "notebook parameters", n -> addParameters(n)),
                spoil("computed", "parameters parameters", n -> n.source("parameters", "int a = 2 * 3; // six")),
                spoil("var", "parameters parameters", n -> n.source("parameters", "var a = 2; // two")),
                spoil(
                        "a call",
                        "parameters parameters",
                        n -> n.source("parameters", "int a = Integer.MAX_VALUE; // big")),
                spoil(
                        "a box's constant",
                        "parameters parameters",
                        n -> n.source("parameters", "Integer a = Integer.MAX_VALUE; // big")),
                spoil(
                        "another's constant",
                        "parameters parameters",
                        n -> n.source("parameters", "Mode mode = Other.FAST; // how")),
                spoil(
                        "a computed duration",
                        "parameters parameters",
                        n -> n.source("parameters", "Duration rest = Duration.ofMillis(2).plus(other); // between")),
                spoil("no unit", "parameters parameters", n -> n.source("parameters", "int timeout = 5; // s")),
                spoil("no comment", "parameters parameters", n -> n.source("parameters", "int threads = 5;")),
                // code
                spoil("sleep", "tweak sleep", n -> n.source("tweak", "Thread.sleep(10);")),
                spoil("a path of one machine", "tweak path", n -> n.source("tweak", "var f = \"/home/me/x.csv\";")),
                spoil("a Windows path", "tweak path", n -> n.source("tweak", "var f = \"C:\\\\x.csv\";")),
                spoil("a link to a path", "look path", n -> n.source("look", "[x](/home/me/x.csv)")),
                spoil("the network", "tweak network", n -> n.source("tweak", "var u = \"https://example.org/x\";")),
                spoil("a client", "tweak network", n -> n.source("tweak", "java.net.http.HttpClient c;")),
                spoil("a remote picture", "look network", n -> n.source("look", "![x](https://example.org/x.png)")),
                spoil("a magic", "tweak magic", n -> n.source("tweak", "%maven a:b:1")),
                // links
                spoil("a dead file", "look link", n -> n.source("look", "[next](02-next.ipynb)")),
                spoil("a dead heading", "look link", n -> n.source("look", "[next](#Nowhere)")),
                // expectations
                spoil("nothing expected", "run expect", n -> n.ours("run").remove("expect")),
                spoil("prints, nothing expected", "tweak expect", n -> n.source("tweak", "System.out.println(sum);")),
                spoil("an unknown word", "run expect", n -> n.expect("run", "{\"colour\": \"red\"}")),
                spoil("a bad pattern", "run expect", n -> n.expect("run", "{\"text\": \"(\"}")),
                spoil("a bad count", "run expect", n -> n.expect("run", "{\"rows\": \"8\"}")),
                spoil("an error without its tag", "run error-tag", n -> n.expect("run", "{\"error\": \"Arith\"}")),
                spoil("a tag without its error", "tweak error-tag", n -> n.tags("tweak", "[\"raises-exception\"]")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TimeUnit unit = TimeUnit.DAYS; // how exact",
                "TimeUnit[] units = {TimeUnit.DAYS, TimeUnit.HOURS}; // how exact",
                "Duration timeout = Duration.ofMillis(1_500); // for all",
                "java.time.Duration pause = java.time.Duration.parse(\"PT5S\"); // between",
                "Duration[] rests = {Duration.ZERO, Duration.ofSeconds(2)}; // between"
            })
    void check_enumerationOrDuration_isAParameter(String declaration) throws IOException {
        SampleNotebook sample = new SampleNotebook();
        sample.source(
                "parameters", "int[] threads = {1, 2}; // how many\nint holdNanos = 1_000; // inside\n" + declaration);
        assertThat(sample.findings(folder)).isEmpty();
    }

    private static Arguments spoil(String what, String expected, Consumer<SampleNotebook> how) {
        return Arguments.of(what, expected, how);
    }

    private static void addParameters(SampleNotebook notebook) {
        notebook.tags("tweak", "[\"parameters\"]");
        notebook.source("tweak", "int more = 2; // two");
    }

    /// Makes a Markdown cell raw, so that no text announces what follows; and lets a chart come before it.
    private static void swapTypes(SampleNotebook notebook, String id) {
        notebook.cell(id).addProperty("cell_type", "raw");
        notebook.source("run", "class Chart { static int of(int n) { return n; } }\nint sum = Chart.of(1003);");
        notebook.ours("run").remove("expect");
    }

    @Test
    void check_notCanonical_saysHowToFix() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        Path file = SampleNotebook.write(folder, notebook.json().toString());
        assertThat(Lint.check(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith(file + ": notebook: canonical: ")
                        .contains("lint --fix"));
    }

    @Test
    void check_ruleAllowedByTheCell_isSilent() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source("tweak", "Thread.sleep(10);");
        notebook.ours("tweak").add("allow", JsonParser.parseString("[\"sleep\"]"));
        assertThat(notebook.findings(folder)).isEmpty();
    }

    @Test
    void check_wordsInCommentsAndStrings_areNotCode() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.source(
                "tweak",
                "// Thread.sleep(1) would wait by the clock; https://example.org\n/* HttpClient */\n"
                        + "var text = \"no Thread.sleep, no \\\" HttpClient\";");
        assertThat(notebook.findings(folder)).isEmpty();
    }

    @Test
    void fix_outputsAndFormat_givesSoundFile() throws IOException {
        SampleNotebook notebook = new SampleNotebook();
        notebook.cell("run").add("outputs", JsonParser.parseString("[{\"output_type\": \"stream\"}]"));
        notebook.cell("run").addProperty("execution_count", 7);
        notebook.metadata("run").add("execution", JsonParser.parseString("{\"iopub.status.busy\": \"now\"}"));
        Path file = SampleNotebook.write(folder, notebook.json().toString());
        assertThat(Lint.fix(file)).isTrue();
        assertThat(Lint.check(file)).isEmpty();
        String once = Files.readString(file);
        assertThat(Lint.fix(file)).as("the second time there is nothing to do").isFalse();
        assertThat(Files.readString(file)).isEqualTo(once).doesNotContain("iopub");
        assertThat(folder.resolve("03-locks")).isDirectoryContaining("glob:**.ipynb");
        try (Stream<Path> left = Files.list(folder.resolve("03-locks"))) {
            assertThat(left).as("no temporary file stays").hasSize(1);
        }
    }

    @Test
    void notebooks_folder_areFoundSortedWithoutCheckpoints() throws IOException {
        new SampleNotebook().write(folder);
        Path hidden = Files.createDirectories(folder.resolve("03-locks/.ipynb_checkpoints"));
        Files.writeString(hidden.resolve("01-sample-checkpoint.ipynb"), "{}");
        Files.writeString(folder.resolve("00-start.ipynb"), "{}");
        List<String> names = Lint.notebooks(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
        assertThat(names).containsExactly("00-start.ipynb", "03-locks/01-sample.ipynb");
    }

    @Test
    void rules_everyOne_isTriedAbove() {
        // a rule without a notebook that breaks it could be dead: the names are those of Lint's Javadoc
        List<String> tried = spoilt().map(
                        arguments -> arguments.get()[1].toString().replaceFirst(".* ", ""))
                .toList();
        assertThat(IntStream.range(0, tried.size()).mapToObj(tried::get).distinct())
                .containsExactlyInAnyOrder(
                        "kernel",
                        "outputs",
                        "id",
                        "metadata",
                        "part",
                        "chart-text",
                        "code-length",
                        "text-length",
                        "cell-count",
                        "parameters",
                        "sleep",
                        "path",
                        "network",
                        "magic",
                        "link",
                        "expect",
                        "error-tag");
    }
}
