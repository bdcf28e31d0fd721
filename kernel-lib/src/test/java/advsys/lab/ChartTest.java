package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import advsys.lab.chart.Picture.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class ChartTest {
    private static final String RATE = "acquisitionsPerMicrosecond";

    /// Seven trials of each lock with each number of threads: rate = (lock + 1) * 40 / threads, ± 3.
    private static Frame locks(int locks, int... threads) {
        List<List<Object>> rows = new ArrayList<>();
        for (int lock = 0; lock < locks; lock++) {
            for (int n : threads) {
                for (int trial = 0; trial < 7; trial++) {
                    rows.add(List.of("Lock" + lock, n, trial, (lock + 1) * 40.0 / n + trial - 3, "ok"));
                }
            }
        }
        return Frame.of(List.of("lock", "threads", "trial", RATE, "outcome"), rows);
    }

    private static Charted measured(Frame frame) {
        return new Charted(frame, "lock", List.of("lock", "threads"), Charted.Gather.MEDIAN, "");
    }

    private static Chart lines(Frame frame) {
        return new Chart(Kind.LINES, measured(frame), "threads", RATE, "", "");
    }

    private static BufferedImage image(Bundle bundle) throws IOException {
        byte[] png = Base64.getDecoder().decode((String) bundle.data().get(Bundle.PNG));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /// The colours of which at least twenty points are in the picture.
    private static Set<Integer> colours(BufferedImage image) {
        Map<Integer, Integer> counts = new java.util.HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count < 20);
        return new HashSet<>(counts.keySet());
    }

    @Test
    void xchart_linesByLock_holdsMediansUnderTheirNames() {
        XYChart chart = lines(locks(2, 1, 2, 4)).by("lock").xchart();
        XYSeries one = chart.getSeries("Lock1");
        assertThat(one.getXData()).containsExactly(1, 2, 4);
        assertThat(one.getYData()).containsExactly(80, 40, 20);
        assertThat(chart.getSeriesCollection())
                .extracting(XYSeries::getName)
                .contains("Lock0", "Lock0 interval", "Lock1 interval");
        // seven trials: the interval of the median is from the smallest to the greatest
        assertThat(Arrays.copyOf(chart.getSeries("Lock1 interval").getYData(), 2))
                .containsExactly(77, 83);
    }

    @Test
    void xchart_quantity_startsAtZeroWithUnitsInTheTitles() {
        XYChart chart = lines(locks(2, 1, 2, 4)).xchart();
        assertThat(chart.getStyler().getYAxisMin()).isEqualTo(0);
        assertThat(chart.getStyler().getYAxisMax()).isGreaterThan(83);
        assertThat(chart.getYAxisTitle()).isEqualTo("acquisitions per µs");
        assertThat(chart.getXAxisTitle()).isEqualTo("threads");
    }

    @Test
    void xchart_threadsInPowersOfTwo_isLogarithmicAndSaysSo() {
        XYChart chart = lines(locks(1, 1, 2, 4, 8, 16, 32, 64)).xchart();
        assertThat(chart.getStyler().isXAxisLogarithmic()).isTrue();
        assertThat(chart.getXAxisTitle()).isEqualTo("threads (log scale)");
        assertThat(chart.getSeries("acquisitions per µs").getXData()).contains(64);
    }

    @Test
    void xchart_valuesOverTwoOrdersOfMagnitude_isLogarithmicAndSaysSo() {
        Frame frame = Frame.of(
                List.of("seconds", "latencyNanos"), List.of(List.of(1, 3.0), List.of(2, 40.0), List.of(3, 5000.0)));
        Charted rows = new Charted(frame, "", List.of(), Charted.Gather.MEDIAN, "");
        XYChart lines = new Chart(Kind.LINES, rows, "seconds", "latencyNanos", "", "").xchart();
        assertThat(lines.getStyler().isYAxisLogarithmic()).isTrue();
        assertThat(lines.getYAxisTitle()).isEqualTo("latency (ns) (log scale)");
        assertThat(lines.getStyler().getYAxisMin())
                .as("the lowest mark is drawn whole")
                .isLessThan(2.8);
        assertThat(lines.getStyler().getYAxisMax())
                .as("the highest mark is drawn whole")
                .isGreaterThan(5500);
        XYChart bars = new Chart(Kind.BARS, rows, "seconds", "latencyNanos", "", "").xchart();
        assertThat(bars.getStyler().isYAxisLogarithmic()).isFalse();
    }

    @Test
    void shown_anyChart_isACrispPictureWithItsSizeAndTheSameAsText() throws IOException {
        Bundle bundle = lines(locks(2, 1, 2, 4)).shown();
        BufferedImage image = image(bundle);
        assertThat(bundle.data().keySet()).containsExactlyInAnyOrder(Bundle.TEXT, Bundle.PNG);
        Map<?, ?> size = (Map<?, ?>) bundle.metadata().get(Bundle.PNG);
        assertThat(size.get("width")).isEqualTo(640).isEqualTo(image.getWidth() / 2);
        assertThat(size.get("height")).isEqualTo(image.getHeight() / 2);
        assertThat(size.get("alt").toString())
                .startsWith("Line chart of acquisitions per µs against threads. Lock0: 40 at 1, 10 at 4.");
        assertThat(bundle.text())
                .startsWith("acquisitions per µs\nthreads ")
                .contains("Lock1")
                .contains("80 [77, 83]")
                .contains("Median of 7 trials; shaded: 95 % interval of the median.")
                .endsWith(size.get("alt").toString());
    }

    @Test
    void shown_fiveSeries_haveFiveColoursOnWhite() throws IOException {
        BufferedImage image = image(lines(locks(5, 1, 2, 4)).shown());
        assertThat(colours(image)).contains(0xFFFFFF, 0x0072B2, 0xD55E00, 0x009E73, 0xE69F00, 0xCC79A7);
        assertThat(image.getRGB(2, 2) & 0xFFFFFF).isEqualTo(0xFFFFFF); // no frame, no grey box
    }

    @Test
    void chart_sixSeries_isRefusedWithTheRemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(locks(6, 1, 2)).shown())
                .withMessageContaining("6 series by lock (Lock0, Lock1")
                .withMessageContaining("at most 5")
                .withMessageContaining("where(\"lock\", …)")
                .withMessageContaining("panels(\"lock\")");
    }

    /// The verbs come one after the other: what the second tells apart, the first must not refuse.
    @Test
    void bars_settingThatByTellsApart_isDrawn() {
        Results run = Experiment.of(new Doubling())
                .subject("one", 1)
                .subject("two", 2)
                .with("factor", 1, 2)
                .repeats(1)
                .run();
        assertThat(Chart.bars(run, "subject", "doubled").by("factor").shown().text())
                .contains("one", "two");
        assertThat(Chart.bars(run, "subject", "doubled")
                        .panels("factor")
                        .shown()
                        .text())
                .contains("one", "two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.bars(run, "subject", "doubled").shown())
                .withMessageContaining("would mix");
    }

    /// A number times a knob.
    public record Doubling(int factor) implements Scenario<Integer, Doubling.Row> {
        public record Row(int doubled) {}

        public Doubling() {
            this(1);
        }

        @Override
        public Row run(Integer subject, Trial trial) {
            return new Row(2 * subject * factor);
        }
    }

    @Test
    void chart_settingThatIsNotShown_isRefusedBecauseItWouldBeMixed() {
        Charted rows = measured(locks(2, 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart(Kind.BARS, rows, "lock", RATE, "", ""))
                .withMessageStartingWith("the rows differ in threads (1, 2), which the chart would mix")
                .withMessageContaining("where(\"threads\", …)");
    }

    @Test
    void chart_wrongColumns_areRefusedByName() {
        Charted rows = measured(locks(1, 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart(Kind.LINES, rows, "thread", RATE, "", ""))
                .withMessage(
                        "there is no column \"thread\"; the columns are lock, threads, trial, " + RATE + ", outcome");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart(Kind.LINES, rows, "threads", "lock", "", ""))
                .withMessageContaining("\"lock\" is not a column of numbers")
                .withMessageContaining(RATE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart(Kind.LINES, rows, "threads", RATE, "colour", ""))
                .withMessageContaining("there is no column \"colour\"");
    }

    @Test
    void chart_runInWhichEveryTrialHung_saysSo() {
        Charted rows = measured(Frame.of(List.of("lock", "threads", "outcome"), List.of(List.of("A", 2, "hung"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart(Kind.LINES, rows, "threads", RATE, "", ""))
                .withMessageStartingWith("no trial ended, so nothing was measured that could be called \"" + RATE);
    }

    @Test
    void chart_noRows_saysSo() {
        Charted rows = measured(locks(1, 1).where("threads", 99));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart(Kind.LINES, rows, "threads", RATE, "", ""))
                .withMessageContaining("there are no rows to chart");
    }

    @Test
    void shown_hungSubject_leavesAGapWithAMarkAndANote() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (int n : new int[] {1, 2, 4}) {
            for (int trial = 0; trial < 4; trial++) {
                boolean hung = n == 4 || (n == 2 && trial == 0);
                rows.add(Arrays.asList("BrokenMcsLock", n, hung ? null : 9.0 / n, hung ? "hung" : "ok"));
            }
        }
        Chart chart = lines(Frame.of(List.of("lock", "threads", RATE, "outcome"), rows))
                .by("lock");
        assertThat(chart.xchart().getSeries("BrokenMcsLock").getYData()[2]).isNaN();
        Bundle bundle = chart.shown();
        assertThat(bundle.text())
                .contains("✕ trials lost: BrokenMcsLock at threads 2 (hung 1 of 4), 4 (hung 4 of 4)")
                .contains("– ✕4");
        assertThat(colours(image(bundle))).contains(0x0072B2);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shown_nothingButMissingValues_isAnEmptyPlotThatSaysSo(Kind kind) throws IOException {
        Frame frame = Frame.of(
                List.of("lock", "threads", RATE, "outcome"),
                List.of(
                        Arrays.asList("A", 1, null, "hung"),
                        Arrays.asList("A", 2, Double.NaN, "ok"),
                        Arrays.asList("A", 4, Double.POSITIVE_INFINITY, "ok")));
        Bundle bundle = new Chart(kind, measured(frame), "threads", RATE, "lock", "").shown();
        assertThat(bundle.text()).contains("Nothing was measured.").contains("no number 1 of 1");
        assertThat(image(bundle).getWidth()).isEqualTo(1280);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shown_onePoint_isDrawn(Kind kind) throws IOException {
        Frame frame = Frame.of(List.of("lock", "threads", RATE), List.of(List.of("A", 4, 7.5)));
        Bundle bundle = new Chart(kind, measured(frame), "threads", RATE, "lock", "").shown();
        assertThat(bundle.text()).contains("One trial for each point").contains("7.5");
        assertThat(colours(image(bundle))).hasSizeGreaterThan(3);
    }

    @Test
    void shown_panels_shareTheirAxesAndOneLegend() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (String machine : List.of("host", "64 CPUs")) {
            for (String lock : List.of("A", "B")) {
                for (int n : new int[] {1, 2, 4}) {
                    rows.add(List.of(lock, machine, n, machine.length() * 10.0 / n));
                }
            }
        }
        Frame frame = Frame.of(List.of("lock", "machine", "threads", RATE), rows);
        Charted charted = new Charted(frame, "lock", List.of("lock", "machine", "threads"), Charted.Gather.MEDIAN, "");
        Chart chart = new Chart(Kind.LINES, charted, "threads", RATE, "lock", "machine");
        assertThat(chart.xcharts()).hasSize(2);
        assertThat(chart.xcharts().get(0).getStyler().getYAxisMax())
                .isEqualTo(chart.xcharts().get(1).getStyler().getYAxisMax());
        assertThatIllegalStateException().isThrownBy(chart::xchart).withMessageContaining("xcharts()");
        Bundle bundle = chart.shown();
        assertThat(image(bundle).getWidth()).isEqualTo(2 * 920);
        assertThat(bundle.text())
                .contains("machine  threads")
                .contains("64 CPUs        4")
                .contains("2 panels");
    }

    @Test
    void shown_shares_arePerCent() {
        Frame frame = Frame.of(List.of("frames", "hitRate"), List.of(List.of(8, 0.25), List.of(16, 0.5)));
        Charted rows = new Charted(frame, "", List.of(), Charted.Gather.MEDIAN, "");
        Chart chart = new Chart(Kind.LINES, rows, "frames", "hitRate", "", "");
        assertThat(chart.xchart().getYAxisTitle()).isEqualTo("hit rate (%)");
        assertThat(chart.shown().text()).contains("25").contains("50 % at 16");
    }

    @Test
    void shown_countsOfOutcomes_areAddedUp() {
        Frame frame = Frame.of(
                List.of("law", "verdict", "count"),
                List.of(
                        List.of("lost update", "forbidden", 3L),
                        List.of("lost update", "forbidden", 4L),
                        List.of("as meant", "accepted", 10L)));
        Charted rows = new Charted(frame, "", List.of(), Charted.Gather.SUM, "");
        Bundle bundle = new Chart(Kind.BARS, rows, "law", "count", "verdict", "").shown();
        assertThat(bundle.text()).containsPattern("lost update +7").containsPattern("as meant +10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "$\\frac{1}{2}$",
                "a\nb\u0000c",
                "\u202Egnp.exe",
                "שלום עולם",
                "",
                " ",
                "a name that is so long that no legend and no axis could ever hold the whole of it, on and on and on",
                "\ud83d\ude00",
                "\ud800"
            })
    void shown_hostileNames_isDrawnAllTheSame(String name) throws IOException {
        Frame frame = Frame.of(
                List.of("lock", "threads", RATE),
                List.of(List.of(name, 1, 2.0), List.of(name, 2, 3.0), List.of(name + "'", 1, 4.0)));
        for (Kind kind : Kind.values()) {
            Bundle bundle = new Chart(kind, measured(frame), "threads", RATE, "lock", "").shown();
            assertThat(image(bundle).getWidth()).isEqualTo(1280);
            assertThat(bundle.text()).doesNotContain("\u0000").doesNotContain("\u202E");
        }
        Charted one = measured(frame.where("threads", 1));
        assertThat(image(new Chart(Kind.BARS, one, "lock", RATE, "", "").shown())
                        .getWidth())
                .isEqualTo(1280);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 0, -5, 3e7, 1e15, 1e300})
    void shown_anyMagnitude_isDrawnWithMarks(double size) throws IOException {
        Frame frame =
                Frame.of(List.of("x", "y"), List.of(List.of(1, size), List.of(2, size * 1.5), List.of(3, size * 2)));
        Charted rows = new Charted(frame, "", List.of(), Charted.Gather.MEDIAN, "");
        Bundle bundle = new Chart(Kind.LINES, rows, "x", "y", "", "").shown();
        assertThat(image(bundle).getWidth()).isEqualTo(1280);
    }

    @Test
    void shown_manyPoints_drawsABandInGoodTime() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(List.of(i / 10, Math.sin(i / 1000.0) + 2));
        }
        Charted charted = new Charted(Frame.of(List.of("x", "y"), rows), "", List.of(), Charted.Gather.MEDIAN, "");
        long start = System.nanoTime();
        Bundle bundle = new Chart(Kind.LINES, charted, "x", "y", "", "").shown();
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        assertThat(image(bundle).getWidth()).isEqualTo(1280);
        assertThat(bundle.text().lines().count()).isLessThan(60);
    }
}
