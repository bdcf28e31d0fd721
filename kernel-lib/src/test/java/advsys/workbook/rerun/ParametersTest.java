package advsys.workbook.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.workbook.notebook.CellCompiler;
import advsys.workbook.notebook.Notebook;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be set, how it is read, and that what is accepted is Java.
final class ParametersTest {
    private static final String DECLARED = """
            int[] threads = {1, 2, 4};      // how many, 1..64
            int holdNanos = 1_000;          // work inside
            double pause = 0.5;             // between two (ms)
            long seed = 1;                  // of everything random
            boolean fair = true;            // keep a queue
            String label = "a \\"b\\"; c";  // of the chart
            char mark = ';';                // of a point
            Mode mode = Mode.FAST;          // how
            Duration budget = Duration.ofSeconds(2); // for all
            var bytes = 64L;                // of a block
            float share = 0.5f; short small = 3; byte tiny = 1;
            String[] names = {"a", "b"};    // whom
            int computed = threads.length;  // not for us to say
            Object other = null;
            """;

    @TempDir
    Path folder;

    private Notebook notebook() {
        return new Cells()
                .code("setup", "import java.time.Duration; enum Mode { FAST, SLOW(2), OFF { }; Mode(int... n) {} }")
                .parameters(DECLARED)
                .in(folder);
    }

    private Map<String, Value> read(String... given) {
        return Parameters.of(notebook()).read(List.of(given));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "threads=1,2,8 | new int[] {1, 2, 8}",
                "threads={ 4 } | new int[] {4}",
                "threads={} | new int[] {}",
                "holdNanos=1_500 | 1500",
                "holdNanos=0x1F | 31",
                "holdNanos=-3 | -3",
                "holdNanos=5us | 5000",
                "holdNanos=1.5µs | 1500",
                "pause=2 | 2.0",
                "pause=1e-3d | 0.001",
                "pause=250us | 0.25",
                "seed=7 | 7L",
                "seed=7L | 7L",
                "seed=-9223372036854775808 | Long.MIN_VALUE",
                "fair=false | false",
                "label=two words; | \"two words;\"",
                "label=\"a\\tb\" | \"a\\tb\"",
                "label=C:\\dir | \"C:\\\\dir\"",
                "mark=x | 'x'",
                "mark='\\'' | '\\''",
                "mode=SLOW | Mode.SLOW",
                "mode=Mode.OFF | Mode.OFF",
                "budget=1.5s | java.time.Duration.parse(\"PT1.5S\")",
                "budget=PT5M | java.time.Duration.parse(\"PT5M\")",
                "bytes=64KiB | 65536L",
                "share=0.25 | 0.25F",
                "small=12 | (short) 12",
                "tiny=-128 | (byte) -128",
                "names=x, y | new String[] {\"x\", \"y\"}",
                "names={\"a,b\", c} | new String[] {\"a,b\", \"c\"}",
                "computed=3 | 3"
            })
    void read_valueOfTheDeclaredType_isJava(String given, String expected) {
        assertThat(read(given).values())
                .singleElement()
                .satisfies(value -> assertThat(value.source()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "thread=4 | did you mean 'threads'?",
                "moonshine=4 | It has threads, holdNanos",
                "threads | not of the form name=value",
                "threads=1,x | no whole number",
                "threads=0 | 0 is not in 1..64",
                "threads=1,65 | 65 is not in 1..64",
                "holdNanos=1.5 | no whole number",
                "holdNanos=5L | the suffix L makes it a long",
                "holdNanos=3000000000 | not from -2147483648 to 2147483647",
                "holdNanos=1.5ns | no whole number of ns",
                "holdNanos=5KiB | unit of memory",
                "holdNanos=010 | octal",
                "holdNanos= | no whole number",
                "seed=99999999999999999999 | too large",
                "seed=5ms | neither its name nor its comment",
                "pause=NaN | no number",
                "pause=1e999 | too large",
                "fair=yes | neither true nor false",
                "mark=ab | not one character",
                "mode=QUICK | constants FAST, SLOW, OFF",
                "budget=5 | no duration",
                "share=1e300 | too large for a float",
                "tiny=128 | not from -128 to 127",
                "label=\"\\q\" | escape",
                "other=1 | cannot be set"
            })
    void read_somethingElse_isRefusedByName(String given, String reason) {
        assertThatThrownBy(() -> read(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(given.split("=", 2)[0])
                .hasMessageContaining(reason);
    }

    @Test
    void read_twice_isRefused() {
        assertThatThrownBy(() -> read("seed=1", "seed=2")).hasMessageContaining("'seed' is given twice");
    }

    @Test
    void read_withoutParametersCell_saysSo() {
        Notebook none = new Cells().code("sum", "int seed = 1;").in(folder);
        assertThatThrownBy(() -> Parameters.of(none).read(List.of("seed=2")))
                .hasMessageContaining("no cell with the tag 'parameters'");
    }

    @Test
    void of_twoTaggedCells_namesBoth() {
        Notebook two = new Cells()
                .parameters("int a = 1;")
                .code("more", "int b = 1;", Parameters.TAG)
                .in(folder);
        assertThatThrownBy(() -> Parameters.of(two)).hasMessageContaining("parameters and more");
    }

    @Test
    void table_showsTypeDefaultUnitRangeAndComment() {
        String table = Parameters.of(notebook()).table();
        assertThat(table.lines().filter(line -> line.startsWith("holdNanos")))
                .singleElement()
                .satisfies(line -> assertThat(line).containsSubsequence("int", "1_000", "ns", "work inside"));
        assertThat(table)
                .contains("1..64", "Mode: FAST SLOW OFF", "how many", "Duration.ofSeconds(2)")
                .containsPattern("bytes +long");
        assertThat(table.lines().filter(line -> line.startsWith("pause")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("ms"));
    }

    @Test
    void of_enumOfAnImportedPackage_knowsItsConstants() {
        Notebook imported = new Cells()
                .code("setup", "import java.util.concurrent.*;")
                .parameters("TimeUnit unit = TimeUnit.DAYS;")
                .in(folder);
        assertThat(Parameters.of(imported)
                        .read(List.of("unit=HOURS"))
                        .get("unit")
                        .source())
                .isEqualTo("TimeUnit.HOURS");
    }

    @Test
    void injected_everyAcceptedValue_compilesWhereItStands() throws IOException {
        Map<String, Value> values = read(
                "threads=1,2",
                "holdNanos=5us",
                "pause=0.25",
                "seed=-9223372036854775808",
                "fair=false",
                "label=a \"b\" \\ c",
                "mark='",
                "mode=OFF",
                "budget=10ms",
                "bytes=1GiB",
                "share=1e-3",
                "small=-5",
                "tiny=5",
                "names=x,\"y,z\"");
        Path prepared = folder.resolve("prepared.ipynb");
        Files.writeString(
                prepared, new GsonBuilder().serializeNulls().create().toJson(Injection.into(notebook(), values)));
        assertThat(CellCompiler.ofThisLibrary().compile(Notebook.read(prepared)))
                .isEmpty();
    }

    @Test
    void injected_intoARunNotebook_replacesTheFormerCell() throws IOException {
        Path once = folder.resolve("once.ipynb");
        var writer = new GsonBuilder().serializeNulls().create();
        Files.writeString(once, writer.toJson(Injection.into(notebook(), read("seed=2"))));
        Files.writeString(once, writer.toJson(Injection.into(Notebook.read(once), read("seed=3"))));
        Notebook twice = Notebook.read(once);
        assertThat(twice.cells()).hasSize(3);
        assertThat(twice.cells().get(2).tags()).containsExactly(Injection.TAG);
        assertThat(twice.cells().get(2).source()).contains("seed = 3L;").doesNotContain("seed = 2L");
    }
}
