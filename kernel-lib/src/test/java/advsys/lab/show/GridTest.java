package advsys.lab.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void text_numbersAndNames_alignsNumbersToTheRight() {
        Grid grid = Grid.of(List.of("lock", "threads"), List.of(List.of("TAS", 1), List.of("BackoffLock", 16)), 10);
        assertThat(grid.text()).isEqualTo("""
                        lock         threads
                        ────────────────────
                        TAS                1
                        BackoffLock       16
                        """);
    }

    @Test
    void text_moreRowsThanTheLimit_saysHowManyWereCut() {
        List<List<Integer>> rows = Collections.nCopies(100, List.of(7));
        Grid grid = Grid.of(List.of("n"), rows, 3);
        assertThat(grid.text().lines()).containsExactly("n", "─", "7", "7", "7", "", "… and 97 more rows");
        assertThat(grid.html()).contains("… and 97 more rows");
    }

    @Test
    void text_hostileCells_keepsOneLinePerRow() {
        List<List<Object>> rows = List.of(
                Arrays.asList("a\nb\r\nc\u2028d", null),
                List.of("x".repeat(500), 1),
                List.of("\u202Etxt.exe", 2),
                List.of("漢字", 3),
                List.of("\ud800", 4));
        List<String> lines =
                Grid.of(List.of("name", "n"), rows, 10).text().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(2)).startsWith("a b  c d ");
        assertThat(lines.get(3)).contains("…").hasSizeLessThan(80);
        assertThat(lines.get(4)).doesNotContain("\u202E").contains("txt.exe");
        assertThat(Plain.width(lines.get(5))).isEqualTo(Plain.width(lines.get(4)));
        assertThat(lines.get(6)).contains("\uFFFD");
    }

    @Test
    void html_hostileCells_areEscaped() {
        String html = Grid.of(
                        List.of("<script>alert(1)</script>"),
                        List.of(
                                List.of("<img src=x onerror=alert(1)>"),
                                List.of("\" onclick='x'"),
                                List.of("$\\alpha$")),
                        10)
                .html();
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .contains("&lt;script&gt;")
                .contains("&quot; onclick=&#39;x&#39;")
                .doesNotContain("$\\"); // no front end may take it for mathematics
    }

    @Test
    void html_anyTable_hasInlineStylesOnlyAndNoColourOfItsOwn() {
        String html = Grid.of(List.of("a"), List.of(List.of(1)), 10).html();
        assertThat(html).doesNotContain("<style").doesNotContain("class=").doesNotContainPattern("[;\"]color:");
    }

    @Test
    void of_noRows_isAHeadAndARule() {
        assertThat(Grid.of(List.of("a", "b"), List.of(), 10).text()).isEqualTo("a  b\n────\n");
    }
}
