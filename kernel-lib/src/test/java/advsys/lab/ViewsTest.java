package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final HostCard HOST = new HostCard(
            "A \"CPU\" <fast>",
            "amd64",
            2,
            2,
            List.of(new HostCard.Cache(1, "Data", 48 << 10, 12, 1), new HostCard.Cache(3, "Unified", 32 << 20, 16, 4)),
            64,
            1,
            8L << 30,
            "Linux 6.1",
            "25.0.3",
            "",
            "",
            "",
            "hit 1 ns",
            0.37);

    private static final HostCard UNKNOWN =
            new HostCard("", "", 0, 0, List.of(), 0, 0, 0, "", "", "", "", "", "", Double.NaN);

    private record Line(String router, int metric) {}

    private static String html(Bundle bundle) {
        return (String) bundle.data().get(Bundle.HTML);
    }

    private static void assertInlineAndEscaped(Bundle bundle) {
        assertThat(html(bundle))
                .doesNotContain("<script")
                .doesNotContain("<style")
                .doesNotContain("<img")
                .doesNotContainPattern("[;\"]color:(#000|#fff|black|white)");
        assertThat(html(bundle).split("<table", -1)).hasSameSizeAs(html(bundle).split("</table", -1));
    }

    private static Results results(boolean interrupted, List<String> notes) {
        List<List<Object>> rows = new ArrayList<>();
        for (String lock : List.of("TasLock", "<b>Mine</b>")) {
            for (int threads : new int[] {1, 2}) {
                for (int trial = 0; trial < 7; trial++) {
                    boolean hung = lock.startsWith("<") && threads == 2 && trial < 3;
                    rows.add(Arrays.asList(
                            lock,
                            threads,
                            100,
                            trial,
                            1L + trial,
                            hung ? null : 10.0 * threads + trial,
                            hung ? "hung" : "ok"));
                }
            }
        }
        Frame frame =
                Frame.of(List.of("lock", "threads", "holdNanos", "trial", "seed", "latencyNanos", "outcome"), rows);
        return new Results(new ResultsData(
                frame,
                "lock",
                List.of("threads", "holdNanos"),
                List.of("latencyNanos"),
                notes,
                new MeasuredRows.End(HOST, 40, 28, interrupted, false, notes),
                null));
    }

    @Test
    void results_severalSettings_areMediansWithIntervalsAndLosses() {
        Bundle bundle = results(false, List.of("interference: others took 3 % of the CPU time"))
                .shown();
        assertThat(bundle.text())
                .startsWith("""
                        28 trials; holdNanos 100; cells: median [its 95 % interval; the whole range where n < 6]
                        lock         threads  n   latencyNanos  lost
                        ───────────────────────────────────────────────────
                        TasLock            1  7    13 [10, 16]
                        TasLock            2  7    23 [20, 26]
                        <b>Mine</b>        1  7    13 [10, 16]
                        <b>Mine</b>        2  4  24.5 [23, 26]  hung 3 of 7

                        """)
                .contains("latencyNanos of <b>Mine</b>, times that of TasLock: not distinguishable here")
                .contains("interference: others took 3 % of the CPU time\n")
                .endsWith("measured on A \"CPU\" <fast> · 2 cores · 25.0.3 · busy: others take 37 % of the time\n");
        assertInlineAndEscaped(bundle);
        assertThat(html(bundle))
                .contains("&lt;b&gt;Mine")
                .contains("24.5 <span style=\"display:inline-block\">[23, 26]</span>") // folds before the interval
                .contains("hung 3 of 7");
    }

    @Test
    void results_interrupted_sayHowFar() {
        assertThat(results(true, List.of()).shown().text()).startsWith("28 trials, interrupted: 28 of 40 done; ");
    }

    @Test
    void results_noteWithStacks_keepsItsLines() {
        Bundle bundle = results(false, List.of("hung: at\n    at a.B.c(B.java:1)\u0007\n    at <d>"))
                .shown();
        assertThat(bundle.text()).contains("hung: at\n    at a.B.c(B.java:1) \n    at <d>\n");
        assertThat(html(bundle)).contains("white-space:pre-wrap").contains("at &lt;d&gt;");
    }

    @Test
    void results_chart_showsWhatWasLost() {
        Bundle bundle = Chart.lines(results(false, List.of()), "threads", "latencyNanos")
                .shown();
        assertThat(bundle.text())
                .contains("<b>Mine</b> at threads 2 (hung 3 of 7)")
                .contains("latency (ns)");
    }

    @Test
    void host_card_leavesOutWhatIsUnknown() {
        assertThat(HOST.shown().text()).isEqualTo("""
                        processor  A "CPU" <fast> · amd64
                        cores      2 (2 threads a core)
                        caches     L1d 48 KiB, L3 32 MiB shared by 4, line 64 B
                        memory     8 GiB
                        kernel     Linux 6.1
                        JDK        25.0.3
                        measured   hit 1 ns
                        just now   busy: others take 37 % of the time
                        """);
        assertInlineAndEscaped(HOST.shown());
        assertThat(UNKNOWN.shown().text()).isEmpty();
        assertThat(html(UNKNOWN.shown())).contains("<table");
        assertThat(HostCardView.line(UNKNOWN)).isEmpty();
    }

    private static Trace trace(int steps, int position) {
        List<Trace.Step> list = IntStream.rangeClosed(1, steps)
                .mapToObj(i -> new Trace.Step(
                        i,
                        "A",
                        i % 2 == 0 ? "B" : "",
                        "event " + i,
                        List.of(new Line("A", i), new Line("B", 3), new Line("C", i / 2))))
                .toList();
        return new Trace(new Trace.Data("RipLinkFailure, seed 1", list, position, List.of("no replay"), null));
    }

    @Test
    void trace_fewSteps_areNumberedWithTheStateAfterTheChosenOne() {
        Bundle bundle = trace(3, 1).shown();
        assertThat(bundle.text()).isEqualTo("""
                        RipLinkFailure, seed 1: step 2 of 3
                           step  who  to   event
                        ──────────────────────────
                              1  A         event 1
                        ▶     2  A    → B  event 2
                              3  A         event 3

                           router  metric
                        ─────────────────
                        •  A        1 → 2
                           B            3
                        •  C        0 → 1

                        • and old → new: changed by step 2
                        to step through it: var s = ….stepper(); then s.step(), s.back(), s.at(7), s.play()
                        no replay
                        """);
        assertInlineAndEscaped(bundle);
    }

    @Test
    void trace_manySteps_isAWindowAroundTheChosenOne() {
        String text = trace(1000, 500).shown().text();
        assertThat(text).contains("493 earlier").contains("492 later").contains("▶   501");
        assertThat(text.lines().count()).isLessThan(35);
        assertThat(trace(0, 0).shown().text()).startsWith("RipLinkFailure, seed 1: no steps");
    }

    @Test
    void trace_chart_takesTheStateAsSteps() {
        assertThat(Chart.steps(trace(4, 0), "step", "metric")
                        .by("router")
                        .shown()
                        .text())
                .contains("step  A  B  C")
                .contains("   4  4  3  2");
    }

    private static Outcomes.Outcome outcome(String outcome, String verdict, String law, long count) {
        return new Outcomes.Outcome(
                "Rvm", Map.of("crash", 1), outcome, verdict, law, count, "crash = 3", 1, () -> trace(1, 0));
    }

    @Test
    void outcomes_severalVerdicts_listTheForbiddenFirst() {
        Outcomes outcomes = new Outcomes(new Outcomes.Data(
                "memory",
                List.of("crash"),
                List.of(
                        outcome("Sum[sum=200]", "accepted", "exactly what was acknowledged", 10),
                        outcome("Sum[sum=<190>]", "forbidden", "money made or lost", 2)),
                false,
                12,
                "12 trials: at most 3 departures from the ordinary course; not complete",
                List.of("merged counts are no frequencies"),
                null,
                List.of(
                        new Laws.Verdict("forbidden", "money made or lost"),
                        new Laws.Verdict("forbidden", "acknowledged, then gone"),
                        new Laws.Verdict("accepted", "exactly what was acknowledged"))));
        Bundle bundle = outcomes.shown();
        assertThat(bundle.text()).isEqualTo("""
                        12 trials: at most 3 departures from the ordinary course; not complete. Ways to end: 1 forbidden, 1 accepted
                        verdict      law                            outcome         count  shortest witness
                        ───────────────────────────────────────────────────────────────────────────────────
                        ✗ forbidden  money made or lost             Sum[sum=<190>]      2  crash = 3
                        forbidden    acknowledged, then gone        never               0
                        ✓ accepted   exactly what was acknowledged  Sum[sum=200]       10  crash = 3

                        to see how it comes about, step by step: ….witness("money made or lost")
                        merged counts are no frequencies
                        """);
        assertInlineAndEscaped(bundle);
        assertThat(Chart.bars(outcomes, "law", "count").by("verdict").shown().text())
                .contains("accepted  forbidden");
    }
}
