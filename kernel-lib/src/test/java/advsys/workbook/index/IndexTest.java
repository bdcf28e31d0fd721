package advsys.workbook.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Broken;
import advsys.lab.Mechanism;
import advsys.testing.PythonCases;
import advsys.workbook.notebook.Lint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {
    @Mechanism("Ticket lock")
    static final class Turnstile {}

    @Mechanism(value = "Ticket lock", variant = "two counters")
    static final class TwoCounters {}

    @Mechanism("Ticket lock")
    static final class Second {}

    @Mechanism("Tickets, please")
    static final class Unknown {}

    @Broken(of = Turnstile.class, verdict = "hang", witness = "1, 2")
    static final class BrokenTurnstile {}

    private static final String PAGE = """
            {"cells": [
             {"cell_type": "markdown", "id": "hand", "metadata": {}, "source": "# By hand"},
             {"cell_type": "markdown", "id": "a", "metadata": {"advsys": {"generated": "notebooks"}}, "source": ""},
             {"cell_type": "markdown", "id": "b", "metadata": {"advsys": {"generated": "mechanisms"}}, "source": ""}
            ], "metadata": {"kernelspec": {"name": "advsys"}}, "nbformat": 4, "nbformat_minor": 5}
            """;

    @TempDir
    Path root;

    private Path classes;

    @BeforeEach
    void repository() throws IOException {
        classes = Files.createDirectories(root.resolve("classes"));
        write("data/mechanisms.tsv", "chapter\tmechanism\n03 locks\tTicket lock\n03 locks\tMCS lock\n07 bgp\tMRAI\n");
        write("notebooks/00-start.ipynb", PAGE);
        notebook("notebooks/03-locks/01-a.ipynb", "3.1 Doors", "new Turnstile().lock();", "{}");
        notebook("notebooks/03-locks/02-b.ipynb", "3.2 Notes", "// Turnstile\\nvar s = \\\"Turnstile\\\";", "{}");
        notebook("notebooks/07-bgp/01-c.ipynb", "7.1 Times", "1", "{\"mechanisms\": [\"MRAI\"]}");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private void notebook(String path, String title, String code, String ours) throws IOException {
        write(
                path,
                "{\"cells\": [{\"cell_type\": \"markdown\", \"id\": \"q\", \"metadata\": {}, \"source\": \"# " + title
                        + "\\n\\n*Why?*\\n\"}, {\"cell_type\": \"code\", \"id\": \"c\", \"metadata\": {}, \"outputs\": [],"
                        + " \"execution_count\": null, \"source\": \"" + code + "\"}], \"metadata\": {\"advsys\": "
                        + ours
                        + "}, \"nbformat\": 4, \"nbformat_minor\": 5}");
    }

    private void provide(Class<?>... types) throws IOException {
        for (Class<?> type : types) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getResourceAsStream("/" + name)) {
                Path file = classes.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
    }

    @Test
    void index_classesNotebooksAndVariants_areJoined() throws IOException {
        provide(Turnstile.class, TwoCounters.class, BrokenTurnstile.class);
        write("kernel-lib/src/test/java/" + BrokenTurnstile.class.getName().replace('.', '/') + "Test.java", "");
        List<Index.Row> rows = Index.of(root, classes).rows();
        assertThat(rows).extracting(Index.Row::mechanism).containsExactly("Ticket lock", "MCS lock", "MRAI");
        assertThat(rows).extracting(Index.Row::state).containsExactly("built", "planned", "planned");
        Index.Row ticket = rows.getFirst();
        assertThat(ticket.type()).isEqualTo(Turnstile.class.getName());
        assertThat(ticket.variants()).containsExactly(new Index.Variant("two counters", TwoCounters.class.getName()));
        assertThat(ticket.notebooks())
                .as("not where a comment or a text names it")
                .containsExactly("notebooks/03-locks/01-a.ipynb");
        assertThat(ticket.checks()).containsExactly("IndexTest$BrokenTurnstileTest");
        assertThat(rows.getLast().notebooks()).containsExactly("notebooks/07-bgp/01-c.ipynb");
    }

    @Test
    void checks_withoutATestOfItsName_areThoseThatUseIt() throws IOException {
        provide(Turnstile.class);
        write("kernel-lib/src/test/java/advsys/workbook/index/DoorsTest.java", "new Turnstile().lock();");
        write("kernel-lib/src/test/java/advsys/workbook/index/OtherTest.java", "new Turnstiles().lock();");
        write("kernel-lib/src/test/java/advsys/elsewhere/FarTest.java", "new Turnstile().lock();");
        assertThat(Index.of(root, classes).rows().getFirst().checks()).containsExactly("DoorsTest");
    }

    @Test
    void index_wrongNames_areRefusedWithTheClass() throws IOException {
        provide(Turnstile.class, Unknown.class);
        assertThatThrownBy(() -> Index.of(root, classes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("IndexTest$Unknown")
                .hasMessageContaining("Tickets, please");
        Files.delete(classes.resolve(Unknown.class.getName().replace('.', '/') + ".class"));
        provide(Second.class);
        assertThatThrownBy(() -> Index.of(root, classes)).hasMessageContaining("variant");
        write("data/mechanisms.tsv", "chapter\tmechanism\n03 locks\tTicket lock\n03 locks\tTicket lock\n");
        assertThatThrownBy(() -> Index.of(root, classes))
                .hasMessageContaining("line 3")
                .hasMessageContaining("twice");
    }

    @Test
    void page_written_keepsWhatIsWrittenByHandAndIsTheSameAgain() throws IOException {
        provide(Turnstile.class, TwoCounters.class);
        Index index = Index.of(root, classes);
        assertThat(StartPage.isCurrent(root, index)).isFalse();
        assertThat(StartPage.write(root, index)).isTrue();
        assertThat(StartPage.isCurrent(root, index)).isTrue();
        assertThat(StartPage.write(root, index)).isFalse();
        String page = Files.readString(root.resolve("notebooks/00-start.ipynb"));
        assertThat(page)
                .contains("# By hand", "1 of 3 are built", "[3.1 Doors](03-locks/01-a.ipynb) | Why? |")
                .contains("| 3 Locks | Ticket lock | [IndexTest.Turnstile](", "[3.1](03-locks/01-a.ipynb)")
                .contains("↳ two counters", "| 3 Locks | MCS lock |", "MRAI");
        assertThat(Lint.fix(root.resolve("notebooks/00-start.ipynb")))
                .as("not canonical")
                .isFalse();
    }

    @Test
    void page_withoutTheCell_isRefusedAndLeftAsItWas() throws IOException {
        String page = PAGE.replace("\"mechanisms\"", "\"machines\"");
        write("notebooks/00-start.ipynb", page);
        Index index = Index.of(root, classes);
        assertThatThrownBy(() -> StartPage.write(root, index)).hasMessageContaining("[mechanisms]");
        assertThat(root.resolve("notebooks/00-start.ipynb")).hasContent(page);
    }

    /// Fails after a mechanism or a notebook has come or changed its title: ./workbook index --write.
    @Test
    void page_ofTheWorkbook_isUpToDate() throws IOException {
        Index index = Index.of(PythonCases.root());
        assertThat(StartPage.isCurrent(PythonCases.root(), index))
                .as("notebooks/00-start.ipynb is what ./workbook index --write makes")
                .isTrue();
    }

    @Test
    void index_ofTheWorkbook_hasEveryMechanismAndChecksForWhatIsBuilt() throws IOException {
        Index index = Index.of(PythonCases.root());
        long lines = Files.readAllLines(PythonCases.root().resolve("data/mechanisms.tsv"))
                        .size()
                - 1;
        assertThat(index.rows()).hasSize((int) lines);
        assertThat(index.built()).isGreaterThanOrEqualTo(8);
        assertThat(index.rows().stream().filter(Index.Row::isBuilt))
                .allSatisfy(row -> assertThat(row.checks()).as(row.mechanism()).isNotEmpty());
    }

    @Test
    void manifest_ofTheData_tellsTheTruth() throws IOException, NoSuchAlgorithmException {
        Path data = PythonCases.root().resolve("data");
        for (String line : Files.readAllLines(data.resolve("MANIFEST.tsv"))) {
            String[] parts = line.split("\t", -1);
            if (line.startsWith("#") || parts[0].equals("file")) {
                continue;
            }
            byte[] content = Files.readAllBytes(data.resolve(parts[0]));
            String sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            assertThat(parts[3]).as("SHA-256 of data/" + parts[0]).isEqualTo(sum);
            assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("\r");
        }
    }
}
