package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.kernel.Reply;
import advsys.workbook.kernel.jshell.TestNotebook.Ran;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lines that begin with `%`; `%maven` has a test of its own.
class MagicsTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @TempDir
    static Path folder;

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void load_aJavaFile_runsAsIfItStoodInTheCell() throws IOException {
        Path file = write("my stack.java", "package some.where;\nclass Loaded { int n = 3; }\nint loaded = 39;\n");

        assertThat(NOTEBOOK.value("%load \"" + file + "\"\nloaded + new Loaded().n"))
                .isEqualTo("42");
    }

    @Test
    void load_aFileThatFails_namesItsLine() throws IOException {
        Path file = write("fails.jshell", "int fine = 1;\n\nint wrong = fine / 0;\n");

        Ran ran = NOTEBOOK.run("%load " + file);

        assertThat(ran.failure().name()).isEqualTo("ArithmeticException");
        assertThat(ran.traceback()).contains("fails.jshell").contains("line 3").contains("--> 3 | int wrong");
    }

    @Test
    void load_aNotebook_runsItsCodeCells() throws IOException {
        Path file = write("some.ipynb", """
                {"cells": [{"cell_type": "markdown", "source": "no Java"},
                 {"cell_type": "code", "source": ["int first = 20;\\n", "int second = first + 1;"]},
                 {"cell_type": "code", "source": "int third = second * 2;"}], "nbformat": 4}
                """);

        assertThat(NOTEBOOK.value("%load " + file + "\nthird")).isEqualTo("42");
    }

    @Test
    void jars_andClasspath_bringClasses() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path source =
                write("Packed.java", "package packed; public class Packed { public static int four() { return 4; } }");
        Path other =
                write("Loose.java", "package loose; public class Loose { public static int five() { return 5; } }");
        javac(folder, source);
        javac(classes, other);
        Path jar = folder.resolve("packed.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("packed/Packed.class"));
            entries.write(Files.readAllBytes(folder.resolve("packed/Packed.class")));
        }

        assertThat(NOTEBOOK.run("%jars " + folder + "/pack*.jar").stdout())
                .isEqualTo("1 jar is on the class path now\n");
        NOTEBOOK.run("%classpath " + classes);

        assertThat(NOTEBOOK.value("packed.Packed.four() + loose.Loose.five()")).isEqualTo("9");
    }

    private static void javac(Path target, Path source) {
        int status = javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", target.toString(), source.toString());
        assertThat(status).isZero();
    }

    @Test
    void time_aCell_printsBothTimesAndShowsTheResult() {
        Ran ran = NOTEBOOK.run("%%time\n1 + 1");

        assertThat(ran.text()).isEqualTo("2");
        assertThat(ran.stdout()).matches("wall [\\d.]+ (ms|s), CPU [\\d.]+ (ms|s) \\(all threads\\)\n");
        assertThat(NOTEBOOK.run("%%time\nthrow new Exception(\"x\");").stdout()).startsWith("wall ");
    }

    @Test
    void time_codeInItsOwnLine_isRefused() {
        assertThat(NOTEBOOK.run("%time 1 + 1").failure().value()).contains("write the code to time below it");
    }

    @Test
    void who_andReset_listAndForget() {
        try (TestNotebook fresh = new TestNotebook()) {
            assertThat(fresh.run("%who").stdout()).isEqualTo("nothing is declared\n");
            fresh.run("int seats = 4;\nint half(int n) { return n / 2; }\nclass Bus {}\nimport java.sql.*;");
            assertThat(fresh.run("%who").stdout())
                    .contains("int seats")
                    .contains("cell 2  4")
                    .contains("half(int) int")
                    .contains("class Bus");

            fresh.run("%reset");

            assertThat(fresh.run("%who").stdout()).isEqualTo("nothing is declared\n");
            assertThat(fresh.run("seats").failure().value()).contains("there is no variable seats");
            assertThat(fresh.value("List.of(1).size()"))
                    .as("what needs no import")
                    .isEqualTo("1");
        }
    }

    @Test
    void help_isAPageThatNamesEveryMagic() {
        Reply.Done reply = (Reply.Done) NOTEBOOK.run("%help").reply;

        assertThat(reply.payload().toString())
                .contains(
                        "page",
                        "%load FILE",
                        "%jars GLOB",
                        "%classpath PATH",
                        "%maven G:A:V",
                        "%%time",
                        "%who",
                        "%reset");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            value = {
                "%load → needs one file",
                "%load /does/not/exist.java → does not exist",
                "%load / → cannot be read",
                "%jars → needs a path",
                "%jars /does/not/exist.jar → does not exist",
                "%jars /*.nothing → is called *.nothing",
                "%jars / → use %classpath",
                "%classpath → needs a path",
                "%classpath /does/not/exist → does not exist",
                "%maven → needs coordinates",
                "%maven only-a-name → group:artifact:version",
                "%lod x → there is no magic %lod",
            })
    void magic_thatMakesNoSense_saysWhyAndTheNextCellRuns(String line, String why) {
        assertThat(NOTEBOOK.run(line).failure().value()).contains(why);
        assertThat(NOTEBOOK.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void load_aDamagedNotebook_saysSo() throws IOException {
        Path file = write("damaged.ipynb", "{\"cells\": [{\"cell_type\":");

        assertThat(NOTEBOOK.run("%load " + file).failure().value()).contains("is no notebook, or a damaged one");
    }
}
