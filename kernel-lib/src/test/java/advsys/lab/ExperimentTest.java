package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExperimentTest {
    /// What was run, in the order in which it was.
    private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    record Row(String seen, long drawn, double nanos) {}

    /// Deterministic, but for what `drift` adds: later trials are slower, whoever runs them.
    record Logged(int size, boolean drift, boolean random) implements Scenario<Colour, Row> {
        Logged() {
            this(1, false, false);
        }

        @Override
        public Row run(Colour subject, Trial trial) {
            LOG.add(subject + " " + size);
            long drawn = random ? trial.random().nextLong(1000) : trial.choose("nothing", 1);
            return new Row(subject.name().toLowerCase(Locale.ROOT), drawn, drift ? 1000 + LOG.size() : size);
        }
    }

    private final Experiment<Colour, Row> experiment = Experiment.of(new Logged())
            .compare("colour", Colour.RED, Colour.GREEN, Colour.BLUE)
            .repeats(6);

    @BeforeEach
    void forget() {
        LOG.clear();
    }

    @AfterEach
    void slow() {
        System.clearProperty("advsys.quick");
    }

    @Test
    void run_withoutSubjects_saysWhatToDo() {
        assertThatThrownBy(() -> Experiment.of(new Logged()).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("compare(");
    }

    @Test
    void verbs_onAnExperiment_leaveItAsItWas() {
        experiment
                .with("size", 7)
                .seed(9)
                .repeats(1)
                .compare("colour", Colour.RED)
                .run();
        Frame frame = experiment.run().frame();
        assertThat(frame.size()).isEqualTo(18);
        assertThat(frame.column("size")).containsOnly(1);
        assertThat(frame.column("seed")).contains(1L).doesNotContain(9L);
    }

    @Test
    void run_subjectsSettingsAndRepeats_giveARowEach() {
        Results results = experiment.with("size", 1, 2).seed(100).run();
        Frame frame = results.frame();
        assertThat(frame.columns())
                .startsWith("colour", "size", "drift", "random", "trial", "seed", "seen", "drawn", "nanos", "outcome");
        assertThat(frame.size()).isEqualTo(3 * 2 * 6);
        assertThat(frame.column("outcome")).containsOnly("ok");
        assertThat(frame.where("colour", "GREEN").column("seen")).containsOnly("green");
        assertThat(frame.where("trial", 4).column("seed")).containsOnly(104L);
        assertThat(results.factors()).containsExactly("size");
        assertThat(results.fixed()).containsEntry("drift", false);
        assertThat(results.measures()).containsExactly("seen", "drawn", "nanos");
        assertThat(results.host()).isNotNull();
    }

    @Test
    void run_randomScenario_givesTrialKTheSameNumbersForEverySubject() {
        Results once = experiment.with("random", true).run();
        Frame frame = once.frame();
        for (int trial = 0; trial < 6; trial++) {
            assertThat(frame.where("trial", trial).column("drawn").stream().distinct())
                    .hasSize(1);
        }
        assertThat(frame.column("drawn").stream().distinct()).hasSizeGreaterThan(3);
        assertThat(experiment.with("random", true).run().frame().column("drawn"))
                .isEqualTo(frame.column("drawn"));
        assertThat(experiment.with("random", true).seed(2).run().frame().column("drawn"))
                .isNotEqualTo(frame.column("drawn"));
    }

    @Test
    void run_exactScenario_isNotWarmedUp() {
        Results results = experiment.run();
        assertThat(LOG).hasSize(2 + 18); // two trials to find out
        assertThat(results.notes()).anyMatch(note -> note.startsWith("exact"));
    }

    @Test
    void run_repeats_areInterleavedWithTurningOrder() {
        experiment.run();
        List<String> measured = LOG.subList(2, LOG.size());
        assertThat(measured.subList(0, 9))
                .containsExactly(
                        "BLUE 1", "GREEN 1", "RED 1", "GREEN 1", "RED 1", "BLUE 1", "RED 1", "BLUE 1", "GREEN 1");
    }

    @Test
    void run_subjectsInReverse_runsAndJudgesTheSame() {
        System.setProperty("advsys.quick", "true"); // or the number of warm-up trials would depend on the host
        Experiment<Colour, Row> drifting = experiment.with("drift", true);
        Results forwards = drifting.run();
        List<String> order = List.copyOf(LOG);
        LOG.clear();
        Results backwards = drifting.compare("colour", Colour.BLUE, Colour.GREEN, Colour.RED)
                .run();
        assertThat(LOG).isEqualTo(order);
        for (Colour a : Colour.values()) {
            for (Colour b : Colour.values()) {
                assertThat(backwards.compare("nanos", a, b)).isEqualTo(forwards.compare("nanos", a, b));
            }
        }
        assertThat(forwards.frame().column("colour")).startsWith("RED");
        assertThat(backwards.frame().column("colour")).startsWith("BLUE");
    }

    @Test
    void run_driftingHost_favoursNobody() {
        Results results = experiment.with("drift", true).repeats(12).run();
        assertThat(results.compare("nanos", Colour.RED, Colour.GREEN).verdict()).isEqualTo("not distinguishable here");
        assertThat(results.compare("nanos", Colour.BLUE, Colour.GREEN).verdict())
                .isEqualTo("not distinguishable here");
    }

    @Test
    void run_laws_judgeEveryRow() {
        Results results = experiment
                .accept("red is well", row -> row.seen().equals("red"))
                .notice("green is odd", row -> row.seen().equals("green"))
                .forbid("never", row -> false)
                .run();
        Frame frame = results.frame();
        assertThat(frame.where("colour", "RED").column("verdict")).containsOnly("accepted");
        assertThat(frame.where("colour", "GREEN").column("law")).containsOnly("green is odd");
        assertThat(frame.where("colour", "BLUE").column("verdict")).containsOnly("forbidden");
        assertThat(frame.where("colour", "BLUE").column("law")).containsOnly("not foreseen");
    }

    @Test
    void run_lawThatThrows_losesNoRow() {
        Frame frame = experiment
                .forbid(
                        "broken",
                        row -> Math.floorDiv(row.seen().length(), row.seen().indexOf("no such") + 1) > 1)
                .run()
                .frame();
        assertThat(frame.size()).isEqualTo(18);
        assertThat(frame.column("law")).allMatch(law -> String.valueOf(law).contains("\"broken\" threw Arithmetic"));
    }

    @Test
    void run_budget_endsAfterWholeRepeats() {
        Results results = Experiment.of(new Waiting())
                .compare("colour", Colour.RED, Colour.GREEN)
                .repeats(1000)
                .budget(Duration.ofMillis(300))
                .run();
        int rows = results.frame().size();
        assertThat(rows).isBetween(2, 200);
        assertThat(results.frame().where("colour", "RED").size() * 2).isEqualTo(rows);
        assertThat(results.interrupted()).isFalse();
        assertThat(results.notes()).anyMatch(note -> note.contains("budget"));
    }

    record Waiting() implements Scenario<Colour, Row> {
        @Override
        public Row run(Colour subject, Trial trial) throws Exception {
            Thread.sleep(5);
            return new Row("", 0, 0);
        }
    }

    @Test
    void run_quick_cutsRepeatsAndNothingElse() {
        System.setProperty("advsys.quick", "true");
        Results results = experiment.with("size", 1, 2, 3).repeats(50).run();
        assertThat(results.frame().size()).isEqualTo(3 * 3 * Quick.REPEATS);
        assertThat(results.frame().column("size")).contains(1, 2, 3);
    }

    @Test
    void run_labelledSubjects_areAddedToThoseCompared() {
        Results results = experiment
                .compare("colour", Colour.RED)
                .subject("the green one", Colour.GREEN)
                .run();
        assertThat(results.frame().column("colour")).contains("RED", "the green one");
        assertThatThrownBy(() -> experiment.subject("RED", Colour.BLUE)).hasMessageContaining("two subjects");
    }

    @Test
    void run_columnOfTwoMeanings_isRefused() {
        assertThatThrownBy(() -> experiment.compare("size", Colour.RED).run()).hasMessageContaining("\"size\"");
        assertThatThrownBy(() -> experiment.compare("seen", Colour.RED).run()).hasMessageContaining("\"seen\"");
        assertThatThrownBy(() -> experiment.compare("trial", Colour.RED).run()).hasMessageContaining("\"trial\"");
    }

    @Test
    void results_trace_replaysTheRowsTrial() {
        Results results =
                experiment.with("random", true).run().where("colour", "GREEN").where("trial", 3);
        Trace trace = results.trace();
        assertThat(trace.title()).contains("GREEN").contains("seed 4");
        assertThat(trace.notes())
                .anyMatch(note -> note.contains("drawn " + results.frame().at(0, "drawn")));
    }

    record Reporting() implements Scenario<Colour, Row> {
        record Bus(long transactions) {}

        @Override
        public Row run(Colour subject, Trial trial) {
            trial.report(new Bus(subject.ordinal()));
            return new Row("", 0, 0);
        }
    }

    @Test
    void run_reportedColumns_areMeasures() {
        Results results = Experiment.of(new Reporting())
                .compare("colour", Colour.BLUE)
                .repeats(2)
                .run();
        assertThat(results.measures()).containsExactly("seen", "drawn", "nanos", "transactions");
        assertThat(results.frame().column("transactions")).containsOnly(2L);
    }

    record Inner(int n) implements Scenario<Colour, Row> {
        Inner() {
            this(3);
        }

        @Override
        public Row run(Colour subject, Trial trial) {
            Object inner = new Object() {
                @Override
                public String toString() {
                    return "inner " + n;
                }
            };
            return new Row(inner.toString(), 0, 0);
        }
    }

    @Test
    void run_scenarioThatCannotBeDefinedAnew_isSharedAndSaysSo() {
        Results results = Experiment.of(new Inner())
                .compare("colour", Colour.BLUE)
                .repeats(1)
                .run();
        assertThat(results.frame().column("seen")).containsOnly("inner 3");
        assertThat(results.notes()).anyMatch(note -> note.contains("share the compiled loop of Inner"));
    }
}
