package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTest {
    private record Page(int number, String contents, boolean dirty) {}

    private static String html(Object value) {
        return String.valueOf(Renderers.bundle(value).data().get(Bundle.HTML));
    }

    @Test
    void bundle_plainValues_areTheirText() {
        assertThat(Renderers.bundle(null).text()).isEqualTo("null");
        assertThat(Renderers.bundle(42).text()).isEqualTo("42");
        assertThat(Renderers.bundle("a<b").data()).containsExactly(Map.entry(Bundle.TEXT, "a<b"));
        assertThat(Renderers.bundle(List.of(1, 2)).text()).isEqualTo("[1, 2]");
        assertThat(Renderers.bundle(Map.of("a", 1)).text()).isEqualTo("{a=1}");
    }

    @Test
    void bundle_arrays_showTheirElements() {
        assertThat(Renderers.bundle(new int[] {1, 2, 3}).text()).isEqualTo("[1, 2, 3]");
        assertThat(Renderers.bundle(new double[][] {{1}, {2, 3}}).text()).isEqualTo("[[1.0], [2.0, 3.0]]");
        assertThat(Renderers.bundle(new Object[] {"a", null}).text()).isEqualTo("[a, null]");
        assertThat(Renderers.bundle(new long[1000]).text()).endsWith("… 900 more]");
        Object[] itself = new Object[1];
        itself[0] = itself;
        assertThat(Renderers.bundle(itself).text()).startsWith("[[[[");
    }

    @Test
    void bundle_record_isItsTextAndATable() {
        Bundle bundle = Renderers.bundle(new Page(1, "<i>", true));
        assertThat(bundle.text()).isEqualTo("Page[number=1, contents=<i>, dirty=true]");
        assertThat(html(new Page(1, "<i>", true)))
                .contains("contents")
                .contains("&lt;i&gt;")
                .doesNotContain("<i>");
    }

    @Test
    void bundle_listOfRecords_isOneTable() {
        assertThat(Renderers.bundle(List.of(new Page(1, "a", true), new Page(12, "b", false)))
                        .text())
                .isEqualTo("""
                        number  contents  dirty
                        ───────────────────────
                             1  a         true
                            12  b         false
                        """);
        assertThat(Renderers.bundle(new Page[] {new Page(1, "a", true)}).data()).containsKey(Bundle.HTML);
        assertThat(Renderers.bundle(Arrays.asList(new Page(1, "a", true), null)).data())
                .doesNotContainKey(Bundle.HTML);
    }

    @Test
    void bundle_longListOfRecords_isCutWithANote() {
        List<Page> pages =
                IntStream.range(0, 1000).mapToObj(i -> new Page(i, "x", false)).toList();
        assertThat(Renderers.bundle(pages).text())
                .contains("… and 950 more rows")
                .doesNotContain("  999");
    }

    @Test
    void bundle_shown_showsItself() {
        Shown shown = () -> Bundle.html("<b>x</b>", "x");
        assertThat(html(shown)).isEqualTo("<b>x</b>");
        assertThat(html(shown.shown())).isEqualTo("<b>x</b>");
    }

    @Test
    void bundle_tablesawTable_showsItsSizeAndItsFirstRows() {
        Table table = Table.create(
                "pages",
                IntColumn.create("n", IntStream.range(0, 100).toArray()),
                StringColumn.create(
                        "name",
                        IntStream.range(0, 100)
                                .mapToObj(i -> i == 1 ? null : "<p" + i + ">")
                                .toList()));
        Bundle bundle = Renderers.bundle(table);
        assertThat(bundle.text())
                .startsWith("pages: 100 rows, 2 columns\n")
                .contains("… and 70 more rows")
                .contains("<p0>");
        assertThat(html(table)).contains("&lt;p0&gt;").doesNotContain("<p0>");
        assertThat(Renderers.bundle(Table.create("none")).text()).isEqualTo("none: 0 rows, 0 columns");
    }

    @Test
    void bundle_pictures_becomePngs() {
        BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        assertThat(Renderers.bundle(image).data()).containsKey(Bundle.PNG);
        assertThat(Renderers.bundle(image).text()).isEqualTo("image of 30 × 20 points");
        XYChart chart = new XYChart(300, 200);
        chart.addSeries("a", new double[] {1, 2}, new double[] {3, 4});
        Bundle bundle = Renderers.bundle(chart);
        assertThat(bundle.data()).containsKey(Bundle.PNG);
        assertThat(((Map<?, ?>) bundle.metadata().get(Bundle.PNG)).get("width")).isEqualTo(300);
    }

    @Test
    void bundle_valueWhoseTextFails_letsTheFailureOut() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new AssertionError("no text");
            }
        };
        assertThatThrownBy(() -> Renderers.bundle(broken)).isInstanceOf(AssertionError.class);
    }
}
