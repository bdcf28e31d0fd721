package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Prediction;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A notebook that is run again: the same as if each run were the first, whether its classes are loaded anew or kept.
final class AgainTest {
    private static final String VARIABLES = "int count;\nlong[] all = new long[2];\nrecord Row(int n) {}";
    private static final String WORK =
            "count++;\nall[0] += seed;\ncount + \" \" + all[0] + \" \" + new Row((int) seed)";

    private static final RecordingFrontEnd FRONT_END = new RecordingFrontEnd();
    private static final Again AGAIN = new Again(FRONT_END);

    @AfterAll
    static void close() {
        AGAIN.close();
    }

    private static Cell cell(int number, String source) {
        return new Cell("cell-" + number, number, source, false, false, false, "cell-" + number);
    }

    private void notebook(String... others) {
        List<Cell> cells = new ArrayList<>(List.of(cell(1, "long seed = 1;"), cell(2, "seed = 1L;")));
        for (String other : others) {
            cells.add(cell(cells.size() + 1, other));
        }
        AGAIN.notebook(cells, 1);
    }

    /// What the last cell shows.
    private String run(long seed) {
        List<String> shown = new ArrayList<>();
        AGAIN.run("seed = " + seed + "L;", Map.of("seed", seed), shown::clear, (_, reply) -> {
            shown.add(
                    switch (reply) {
                        case Reply.Done done ->
                            done.result().map(bundle -> bundle.text()).orElse("");
                        case Reply.Failed failed -> failed.name() + ": " + failed.value();
                    });
            return reply instanceof Reply.Done;
        });
        return shown.getLast();
    }

    @Test
    void run_classesWithoutState_variablesBeginAnew() {
        notebook(VARIABLES, WORK);
        for (long seed : new long[] {7, 5, 1 << 20}) {
            assertThat(run(seed)).isEqualTo("1 " + seed + " Row[n=" + seed + "]");
        }
    }

    @Test
    void run_classesWithState_itBeginsAnew() {
        notebook(
                VARIABLES + "\nclass Seen { static int runs; }\nenum Mode { FAST; int used; }",
                "Seen.runs++;",
                WORK + " + Seen.runs + Mode.FAST.used++");
        for (long seed : new long[] {7, 5, 9}) {
            assertThat(run(seed)).isEqualTo("1 " + seed + " Row[n=" + seed + "]10");
        }
    }

    @Test
    void run_oneThatThrows_tellsTheReadersErrorAndTheNextIsWhole() {
        notebook(VARIABLES, "if (seed == 13) throw new IllegalStateException(\"unlucky\");", WORK);
        assertThat(run(7)).isEqualTo("1 7 Row[n=7]");
        assertThat(run(13)).isEqualTo("IllegalStateException: unlucky");
        assertThat(run(8)).isEqualTo("1 8 Row[n=8]");
        assertThat(run(9)).isEqualTo("1 9 Row[n=9]");
    }

    @Test
    void run_aTypeThatIsDeclaredAgainLater_isTheOneOfItsCell() {
        notebook(
                "record Box(int a) {}",
                "new Box(1)",
                "record Box(int a) { int twice() { return 2 * a; } }",
                "new Box((int) seed).twice()");
        for (long seed : new long[] {2, 3, 4}) {
            assertThat(run(seed)).isEqualTo("" + 2 * seed);
        }
    }

    @Test
    void run_declaredPrediction_isShownEachTime() {
        String two = "import advsys.lab.Prediction;\nvar left = Prediction.value(\"% left\", seed);\n"
                + "var rank = Prediction.ranking(\"fastest first\", \"A\", \"B\");";
        Cell third = cell(3, two);
        notebook(two);
        for (long seed : new long[] {40, 50}) {
            int before = FRONT_END.displays(third).size();
            assertThat(run(seed)).isEmpty();
            assertThat(FRONT_END.displays(third).subList(before, before + 2))
                    .allMatch(bundle -> bundle.data().containsKey(Prediction.MIME))
                    .extracting(bundle -> bundle.text())
                    .satisfiesExactly(
                            value -> assertThat(value).contains("% left: " + seed),
                            rank -> assertThat(rank).contains("A", "B"));
        }
    }
}
