package advsys.workbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Others' work is marked in a sandbox or not at all.
class GradeCommandTest {
    private static final String NOTEBOOK = "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";

    @TempDir
    private Path folder;

    private final String root = System.getProperty("advsys.root", "");
    private final String system = System.getProperty("os.name");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(folder.resolve("notebooks/99-test"));
        Files.writeString(folder.resolve("notebooks/99-test/01-nothing.ipynb"), NOTEBOOK);
        Files.createDirectories(folder.resolve("in/ada"));
        Files.writeString(folder.resolve("in/ada/01-nothing.ipynb"), NOTEBOOK);
        System.setProperty("advsys.root", folder.toString());
    }

    @AfterEach
    void asBefore() {
        System.setProperty("advsys.root", root);
        System.setProperty("os.name", system);
    }

    private int grade(String... more) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] arguments = new String[more.length + 3];
        arguments[0] = "grade";
        arguments[1] = "--assignment";
        arguments[2] = "99-test";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return line.execute(arguments);
    }

    @Test
    void grade_whereNoSandboxIs_marksNobodyAndSaysTheRemedy() {
        System.setProperty("os.name", "Mac OS X");
        Path results = folder.resolve("out");
        assertThat(grade(folder.resolve("in").toString(), "-o", results.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there for Linux only", "Grade on Linux");
        assertThat(results.resolve("table.csv")).doesNotExist();
    }

    @Test
    void grade_ofOwnCode_needsNoSandboxAndWarns() {
        System.setProperty("os.name", "Mac OS X");
        Path results = folder.resolve("out");
        assertThat(grade(folder.resolve("in").toString(), "-o", results.toString(), "--own-code"))
                .isEqualTo(1); // there was no exercise to mark
        assertThat(out.toString()).contains("without a sandbox: never mark others' work so");
        assertThat(results.resolve("table.csv")).exists();
    }

    @Test
    void grade_weakerSandbox_isRefusedAndSaysWhatItWouldNotHold() {
        assertThat(grade(folder.resolve("in").toString(), "--landlock")).isEqualTo(2);
        assertThat(err.toString()).contains("not built", "does not hide", "bubblewrap");
    }

    @Test
    void grade_weakenedGrader_marksNobody() {
        assertThat(grade(folder.resolve("in").toString(), "--weaken", "quieter"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a weakened grader marks nobody");
    }
}
