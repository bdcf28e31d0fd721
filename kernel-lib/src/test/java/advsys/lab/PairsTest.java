package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PairsTest {
    /// Rows of two locks in two settings; in setting t, lock A has base·t and lock B has base·t·ratio.
    private static Results rows(boolean exact, int repeats, double ratio, String measure) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String lock : List.of("A", "B")) {
            for (int threads : new int[] {1, 2}) {
                for (int trial = 0; trial < repeats; trial++) {
                    double value = threads * (100 + trial) * (lock.equals("B") ? ratio : 1);
                    rows.add(List.of(lock, threads, trial, 1L + trial, value));
                }
            }
        }
        return new Results(new ResultsData(
                Frame.of(List.of("lock", "threads", "trial", "seed", measure), rows),
                "lock",
                List.of("threads"),
                List.of(measure),
                List.of(),
                new MeasuredRows.End(null, rows.size(), rows.size(), false, exact, List.of()),
                null));
    }

    @Test
    void compare_subjects_pairsByKnobsAndTrial() {
        Results.Comparison comparison = rows(false, 5, 2, "waitNanos").compare("waitNanos", "B", "A");
        assertThat(comparison.medianRatio()).isEqualTo(2);
        assertThat(comparison.low()).isEqualTo(2);
        assertThat(comparison.high()).isEqualTo(2);
        assertThat(comparison.higher()).isEqualTo(10);
        assertThat(comparison.verdict()).isEqualTo("slower");
        assertThat(comparison)
                .hasToString("waitNanos, B against A: slower; median ratio 2.00;"
                        + " lower in 0, the same in 0, higher in 10 of 10 pairs");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void compare_withoutAPairThatHasBothNumbers_isUnknown(boolean exact) {
        Results.Comparison comparison = rows(exact, 5, Double.NaN, "waitNanos").compare("waitNanos", "B", "A");
        assertThat(comparison.verdict()).isEqualTo("unknown");
        assertThat(comparison)
                .hasToString("waitNanos, B against A: unknown, because no pair of trials gave both numbers");
    }

    @Test
    void compare_otherWayRound_givesTheOppositeVerdict() {
        Results.Comparison comparison = rows(false, 5, 2, "waitNanos").compare("waitNanos", "A", "B");
        assertThat(comparison.medianRatio()).isEqualTo(0.5);
        assertThat(comparison.verdict()).isEqualTo("faster");
    }

    @Test
    void compare_valuesOfAKnob_pairsBySubject() {
        Results.Comparison comparison = rows(false, 5, 3, "operationsPerSecond").compare("operationsPerSecond", 2, 1);
        assertThat(comparison.medianRatio()).isEqualTo(2);
        assertThat(comparison.higher()).isEqualTo(10);
        assertThat(comparison.verdict()).isEqualTo("faster");
    }

    @Test
    void compare_differenceOfOnePercent_isTheSameUnlessExact() {
        Results.Comparison measured = rows(false, 10, 1.01, "hitRate").compare("hitRate", "B", "A");
        assertThat(measured.same()).isEqualTo(20);
        assertThat(measured.verdict()).isEqualTo("not distinguishable here");
        Results.Comparison exact = rows(true, 10, 1.01, "hitRate").compare("hitRate", "B", "A");
        assertThat(exact.higher()).isEqualTo(20);
        assertThat(exact.verdict()).isEqualTo("higher");
    }

    @Test
    void compare_fewPairs_cannotTellAndSaysSo() {
        Results.Comparison comparison = rows(false, 2, 2, "waitNanos").compare("waitNanos", "B", "A");
        assertThat(comparison.verdict()).isEqualTo("not distinguishable here");
        assertThat(comparison.toString()).endsWith("4 pairs, and 6 are the least that can decide");
    }

    @Test
    void compare_fewExactPairsThatAgree_decide() {
        Results.Comparison exact = rows(true, 1, 2, "waitNanos").compare("waitNanos", "B", "A");
        assertThat(exact.higher()).isEqualTo(2);
        assertThat(exact.verdict()).isEqualTo("slower");
        assertThat(exact.toString()).endsWith("of 2 pairs");
    }

    @ParameterizedTest
    @CsvSource({"10,10,0,lower", "3,0,12,higher", "4,0,11,not distinguishable here", "0,20,0,not distinguishable here"})
    void verdict_split_followsTheSignTest(int lower, int same, int higher, String verdict) {
        assertThat(Pairs.verdict("hitRate", lower, same, higher)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "waitNanos,slower", "secondsToConverge,slower", "nanos,slower", "acquisitionsPerMicrosecond,faster",
        "messagesPerSecond,faster", "hitRate,higher", "secondary,higher", "jainIndex,higher"
    })
    void word_higherColumn_knowsTheUnit(String column, String word) {
        assertThat(Unit.of(column).word(true)).isEqualTo(word);
    }

    @Test
    void compare_unknownSide_saysWhatThereIs() {
        Results results = rows(false, 2, 2, "waitNanos");
        assertThatThrownBy(() -> results.compare("waitNanos", "A", "C"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lock has [A, B]");
        assertThatThrownBy(() -> results.compare("waitSeconds", "A", "B")).hasMessageContaining("waitNanos");
        assertThatThrownBy(() -> results.compare("lock", "A", "B")).hasMessageContaining("not numbers");
    }

    @Test
    void relativeTo_base_dividesTrialByTrial() {
        Results relative = rows(false, 3, 2, "waitNanos").relativeTo("threads", 1);
        assertThat(relative.relative()).isEqualTo("threads = 1");
        Frame frame = relative.frame();
        for (int row = 0; row < frame.size(); row++) {
            assertThat(frame.number(row, "waitNanos")).isEqualTo(frame.number(row, "threads"));
        }
    }

    @Test
    void relativeTo_subject_dividesByItsRows() {
        Frame frame = rows(false, 3, 2, "waitNanos").relativeTo("lock", "A").frame();
        assertThat(frame.where("lock", "A").column("waitNanos")).allMatch(value -> value.equals(1.0));
        assertThat(frame.where("lock", "B").column("waitNanos")).allMatch(value -> value.equals(2.0));
    }

    @Test
    void relativeTo_valueOrColumnThatIsNotThere_saysWhatThereIs() {
        Results results = rows(false, 3, 2, "waitNanos");
        assertThatThrownBy(() -> results.relativeTo("threads", 3)).hasMessageContaining("[1, 2]");
        assertThatThrownBy(() -> results.relativeTo("trial", 0)).hasMessageContaining("lock or a knob");
        assertThatThrownBy(() -> results.relativeTo("treads", 1)).hasMessageContaining("the columns are lock, threads");
    }

    @Test
    void where_valueThatIsNotThere_saysWhatThereIs() {
        Results results = rows(false, 3, 2, "waitNanos");
        assertThat(results.where("lock", "B").where("threads", 2).frame().size())
                .isEqualTo(3);
        assertThatThrownBy(() -> results.where("lock", "C")).hasMessageContaining("there are [A, B]");
        assertThatThrownBy(() -> results.where("lok", "A")).hasMessageContaining("the columns are");
    }

    @Test
    void top_column_hasTheGreatestFirst() {
        Frame top = rows(false, 10, 2, "waitNanos").top("waitNanos").frame();
        assertThat(top.size()).isEqualTo(10);
        assertThat(top.number(0, "waitNanos")).isEqualTo(2 * 109 * 2);
        assertThat(top.number(9, "waitNanos")).isLessThanOrEqualTo(top.number(8, "waitNanos"));
    }

    @Test
    void summary_measure_hasOneGroupForEachSubjectAndSetting() {
        List<Results.Group> groups = rows(false, 3, 2, "waitNanos").summary("waitNanos");
        assertThat(groups).extracting(Results.Group::subject).containsExactly("A", "A", "B", "B");
        assertThat(groups.get(3).factors()).containsExactly(2);
        assertThat(groups.get(3).summary()).isEqualTo(new Summary(3, 404, 400, 408));
    }

    @Test
    void table_ofResults_exportsAsCsv() {
        Results results = rows(false, 2, 2, "waitNanos");
        java.io.StringWriter csv = new java.io.StringWriter();
        results.table().write().csv(csv);
        assertThat(csv.toString())
                .startsWith("lock,threads,trial,seed,waitNanos")
                .contains("B,2,1,2,404");
    }

    @Test
    void trace_ofComputedRows_saysWhyNot() {
        assertThatThrownBy(() -> rows(false, 2, 2, "waitNanos").trace())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trace the experiment's own results");
    }

    @Test
    void notes_ofResults_compareEachSubjectWithTheFirstInEachSetting() {
        assertThat(rows(false, 6, 2, "waitNanos").notes())
                .containsExactly("waitNanos of B, times that of A: 2.00 in every setting");
        assertThat(rows(false, 6, 1.01, "waitNanos").where("threads", 2).notes())
                .containsExactly("waitNanos of B, times that of A: not distinguishable here");
        assertThat(rows(true, 6, 1, "hitRate").where("threads", 2).notes())
                .containsExactly("hitRate of B, times that of A: the same");
        assertThat(rows(false, 6, 2, "waitNanos").where("lock", "A").notes()).isEmpty();
        assertThat(rows(false, 6, 2, "waitNanos").relativeTo("threads", 1).notes())
                .isEmpty();
    }
}
