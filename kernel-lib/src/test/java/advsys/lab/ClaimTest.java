package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {
    private static final String RATE = "acquisitionsPerMicrosecond";

    /// Nine trials of Slow, Even and Fast with 1, 2 and 4 threads. Slow has 40 / threads, Even the same but now a bit
    /// more and now a bit less, Fast twice as much; all ± 4 %.
    private static Results run() {
        List<List<Object>> rows = new ArrayList<>();
        for (String lock : List.of("Slow", "Even", "Fast")) {
            for (int threads : new int[] {1, 2, 4}) {
                for (int trial = 0; trial < 9; trial++) {
                    double noise = 1 + 0.01 * (trial - 4);
                    double own = lock.equals("Even") ? (trial % 2 == 0 ? 1.04 : 0.96) : 1;
                    double rate = (lock.equals("Fast") ? 80.0 : 40.0) / threads * noise * own;
                    rows.add(List.of(lock, threads, 20, trial, (long) trial, rate));
                }
            }
        }
        Frame frame = Frame.of(List.of("lock", "threads", "windowMillis", "trial", "seed", RATE), rows);
        MeasuredRows.End end = new MeasuredRows.End(null, rows.size(), rows.size(), false, false, List.of());
        return new Results(new ResultsData(
                frame, "lock", List.of("threads", "windowMillis"), List.of(RATE), List.of(), end, null));
    }

    private static Chart chart(String kind, Results run) {
        return switch (kind) {
            case "lines" -> Chart.lines(run, "threads", RATE);
            case "steps" -> Chart.steps(run, "threads", RATE);
            case "bars" -> Chart.bars(run, "threads", RATE);
            default -> Chart.spread(run, "threads", RATE);
        };
    }

    private static int points(Bundle chart, int colour) throws IOException {
        byte[] png = Base64.getDecoder().decode((String) chart.data().get(Bundle.PNG));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
            }
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "steps", "bars", "spread"})
    void against_anyKindOfChart_drawsNamesAndJudgesEachClaim(String kind) throws IOException {
        Prediction left = Prediction.value("acquisitions", 30).at("Slow", 2);
        Results run = run();
        Bundle plain = chart(kind, run).shown();
        Bundle claimed =
                chart(kind, run).against(left, Estimate.of("40/n", n -> 40 / n)).shown();
        assertThat(points(claimed, 0x000000)).as("the reader's dashes").isGreaterThan(points(plain, 0x000000) + 20);
        assertThat(points(claimed, 0x6E6E6E)).as("the thin curve").isGreaterThan(points(plain, 0x6E6E6E) + 20);
        assertThat(claimed.text().lines().filter(line -> line.startsWith("threads ")))
                .first()
                .asString()
                .endsWith("your prediction  40/n");
        assertThat(claimed.text())
                .contains("30 (Slow)")
                .contains(
                        "You said 30 for Slow, threads 2 (acquisitions): measured 20 [19.4, 20.6], 1.5 times too high.")
                .contains("Estimate 40/n: nearest is Slow, within 25 % of it at 3 of 3 points.");
    }

    @Test
    void against_relativeChartAndAQuestionOfPerCent_readsFortyAsFortyPerCent() {
        Prediction left =
                Prediction.value("% of the throughput left with 4 threads", 25).at("Fast", 4);
        String text = Chart.lines(run().relativeTo("threads", 1), "threads", RATE)
                .against(left)
                .shown()
                .text();
        assertThat(text)
                .contains("You said 25 % for Fast, threads 4")
                .contains("measured 25 %, right, inside the interval.");
    }

    @Test
    void against_panels_judgesInThePanelThatTheClaimNames() {
        Prediction value = Prediction.value("rate", 10).at("Slow", 4);
        String text = Chart.lines(run(), "threads", RATE)
                .panels("lock")
                .against(value)
                .shown()
                .text();
        assertThat(text).contains("lock Slow: You said 10").doesNotContain("lock Fast: You said");
    }

    @Test
    void at_whatIsNotInTheRows_isRefusedWithWhatIs() {
        Chart chart = Chart.lines(run(), "threads", RATE);
        Prediction value = Prediction.value("rate", 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.against(value.at("Slwo", 4)))
                .withMessageContaining("no row has Slwo")
                .withMessageContaining("lock Slow, Even, Fast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.against(value.at("Slow", 20))) // the window, not the threads
                .withMessageContaining("no row has 20")
                .withMessageContaining("threads 1, 2, 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.against(value))
                .withMessageContaining("does not say for which lock")
                .withMessageContaining(".at(\"Slow\", 1)");
    }

    @Test
    void score_value_isOneInsideHalfNearAndNothingFarOff() {
        Results one = run().where("lock", "Slow").where("threads", 1);
        Prediction right = Prediction.value("rate", 40);
        assertThat(right.score(one).outOf()).as("made after the run").isZero();
        assertThat(score(41)).isEqualTo(1);
        assertThat(score(60)).isEqualTo(0.5);
        assertThat(score(400)).isZero();
    }

    private static double score(double said) {
        Prediction prediction = Prediction.value("rate", said);
        Prediction.Score score = prediction.score(run().where("lock", "Slow").where("threads", 1));
        assertThat(score.outOf()).isEqualTo(1);
        return score.points();
    }

    @Test
    void score_intervalFromBelowHalfToAboveDouble_countsNothing() {
        List<List<Object>> rows =
                List.of(List.of("A", 1, 0, 0L, 1.0), List.of("A", 1, 1, 1L, 10.0), List.of("A", 1, 2, 2L, 100.0));
        Prediction prediction = Prediction.value("rate", 50);
        MeasuredRows.End end = new MeasuredRows.End(null, 3, 3, false, false, List.of());
        Results run = new Results(new ResultsData(
                Frame.of(List.of("lock", "threads", "trial", "seed", RATE), rows),
                "lock",
                List.of("threads"),
                List.of(RATE),
                List.of(),
                end,
                null));
        assertThat(prediction.score(run)).isEqualTo(new Prediction.Score(0, 0, "too uncertain to judge by"));
    }

    @Test
    void judge_ranking_countsPairsAndLeavesTiesOut() {
        Prediction rank = Prediction.ranking("fastest first", "Fast", "Even", "Slow");
        Prediction wrong =
                Prediction.ranking("slowest first", "Fast", "Even", "Slow").at(4);
        Results run = run();
        String text = Chart.lines(run, "threads", RATE).against(rank).shown().text();
        assertThat(text)
                .contains("Your ranking at threads 4 (fastest first): 2 of 2 pairs in order, 1 of 1 in place;"
                        + " not distinguishable here, so counted neither way: Even and Slow.");
        assertThat(wrong.score(run.where("threads", 4)))
                .returns(0.0, Prediction.Score::points)
                .returns(2.0, Prediction.Score::outOf);
        assertThat(rank.score(run.where("threads", 4)))
                .returns(2.0, Prediction.Score::points)
                .returns(2.0, Prediction.Score::outOf);
    }

    @Test
    void judge_curve_namesThePointFarthestOff() {
        Prediction curve = Prediction.curve("rate of the slow one", 40, 20, 30).at("Slow");
        String text = Chart.lines(run(), "threads", RATE).against(curve).shown().text();
        assertThat(text).contains("2 of 3 points right; farthest at threads 4: you said 30, measured 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.lines(run(), "threads", RATE)
                        .against(Prediction.curve("rate", 1, 2).at("Slow")))
                .withMessageContaining("has 2 numbers, and there are 3 values of threads: 1, 2, 4");
    }

    @Test
    void judge_predictionMadeAfterTheRun_saysSoAndDoesNotCount() {
        Results run = run();
        Prediction late = Prediction.value("rate", 40).at("Slow", 1);
        Bundle chart = Chart.lines(run, "threads", RATE).against(late).shown();
        assertThat(chart.text()).contains("It was made after this run, so it does not count.");
        Map<?, ?> json = (Map<?, ?>) chart.data().get(ChartClaims.MIME);
        Map<?, ?> claim = (Map<?, ?>) ((List<?>) json.get("claims")).getFirst();
        assertThat(claim.get("outOf")).isEqualTo(0.0);
        assertThat(claim.get("reason").toString()).startsWith("made after the run");
    }

    @Test
    void shown_prediction_keepsWhatWasSaidForTools() {
        Prediction prediction = Prediction.value("rate <b>", 40).at("Slow", 4);
        Bundle bundle = prediction.shown();
        assertThat(bundle.text()).isEqualTo("Your prediction: rate <b>: 40, at Slow, 4");
        assertThat((String) bundle.data().get(Bundle.HTML))
                .contains("rate &lt;b&gt;")
                .contains("<b>40</b>");
        assertThat((Map<?, ?>) bundle.data().get(Prediction.MIME))
                .isEqualTo(Map.of(
                        "schema",
                        1,
                        "kind",
                        "value",
                        "question",
                        "rate <b>",
                        "answer",
                        List.of(40.0),
                        "at",
                        List.of("Slow", 4),
                        "made",
                        prediction.made().toString()));
    }

    @Test
    void of_unusableNumbersAndNames_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Prediction.value(" ", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Prediction.value("rate", Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Prediction.ranking("best", "A", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> Prediction.curve("rate", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Chart.bars(run().where("threads", 1), "lock", RATE).against(Estimate.of("n", n -> n)))
                .withMessageContaining("the x axis has names");
    }
}
