package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TraceTest {
    record Route(String router, int metric) {}

    record Row(int last) {}

    /// Two routers, of which one learns.
    record Learning(int rounds) implements Scenario<String, Row> {
        Learning() {
            this(3);
        }

        @Override
        public Row run(String subject, Trial trial) throws Exception {
            int metric = 16;
            trial.step("network", "start", () -> List.of(new Route("A", 1), new Route("B", 16)));
            for (int round = 1; round <= rounds; round++) {
                metric -= 1 + trial.choose("luck", 4);
                int now = metric;
                trial.message("A", "B", "update " + round, () -> List.of(new Route("B", now)));
            }
            if (subject.equals("throws")) {
                throw new IllegalStateException("no route");
            }
            trial.step("network", "settled", List::of);
            return new Row(metric);
        }
    }

    private final Experiment<String, Row> experiment =
            Experiment.of(new Learning()).compare("subject of study", "x");

    @Test
    void trace_steps_haveNumbersActorsAndStates() {
        Trace trace = experiment.trace("x", 5);
        assertThat(trace.steps()).hasSize(5);
        assertThat(trace.steps().get(1).number()).isEqualTo(2);
        assertThat(trace.steps().get(1).actor()).isEqualTo("A");
        assertThat(trace.steps().get(1).to()).isEqualTo("B");
        assertThat(trace.steps().getFirst().to()).isEmpty();
        assertThat(trace.steps().getFirst().state()).isEqualTo(List.of(new Route("A", 1), new Route("B", 16)));
        assertThat(trace.title()).isEqualTo("Learning: x, seed 5");
        assertThat(trace.stateColumns()).containsExactly("router", "metric");
        assertThat(trace.notes()).anyMatch(note -> note.startsWith("ended with last "));
    }

    @Test
    void trace_sameSeed_isTheSame() {
        assertThat(experiment.trace("x", 5).steps())
                .isEqualTo(experiment.trace("x", 5).steps());
        List<List<Trace.Step>> traces = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            traces.add(experiment.trace("x", seed).steps());
        }
        assertThat(traces.stream().distinct()).hasSizeGreaterThan(2);
    }

    @Test
    void frame_ofATrace_hasARowForEachRecordOfEachStep() {
        Frame frame = experiment.trace("x", 5).frame();
        assertThat(frame.columns()).containsExactly("step", "actor", "to", "event", "router", "metric");
        assertThat(frame.size()).isEqualTo(2 + 3 + 1);
        assertThat(frame.column("step")).containsExactly(1, 1, 2, 3, 4, 5);
        assertThat(frame.at(5, "router")).isNull();
    }

    @Test
    void at_event_looksThereFirst() {
        Trace trace = experiment.trace("x", 5);
        assertThat(trace.position()).isZero();
        assertThat(trace.at("update 2").position()).isEqualTo(2);
        assertThat(trace.at("settl").position()).isEqualTo(4);
        assertThatThrownBy(() -> trace.at("crash"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("update 1");
    }

    @Test
    void difference_betweenEvents_tellsWhatChanged() {
        Trace trace = experiment.trace("x", 5);
        int metric = ((Route) trace.steps().get(3).state().getFirst()).metric();
        Frame difference = trace.difference("start", "update 3").frame();
        assertThat(difference.size()).isEqualTo(1);
        assertThat(difference.at(0, "router")).isEqualTo("B");
        assertThat(difference.at(0, "metric")).isEqualTo("16 → " + metric);
        assertThat(trace.difference("start", "start").notes()).containsExactly("nothing changed");
    }

    @Test
    void trace_subjectThatThrows_keepsTheStepsAndTheReason() {
        Trace trace = experiment.trace("throws", 5);
        assertThat(trace.steps()).hasSize(4);
        assertThat(trace.notes()).anyMatch(note -> note.startsWith("threw IllegalStateException: no route"));
    }

    record Threads() implements Scenario<String, Row> {
        @Override
        public Row run(String subject, Trial trial) throws Exception {
            return new Row(
                    (int) trial.crew().rounds(1, 1, worker -> worker.next()).total());
        }
    }

    @Test
    void trace_ofRealThreads_saysThatItHasNoReplay() {
        assertThat(Experiment.of(new Threads()).trace("x", 1).notes()).anyMatch(note -> note.contains("no replay"));
    }

    record Endless() implements Scenario<String, Row> {
        @Override
        public Row run(String subject, Trial trial) {
            for (int i = 0; i < TracedTrial.MAX_STEPS + 5; i++) {
                trial.step("a", "b", List::of);
            }
            return new Row(0);
        }
    }

    @Test
    void trace_tooManySteps_keepsTheFirstAndSaysSo() {
        Trace trace = Experiment.of(new Endless()).trace("x", 1);
        assertThat(trace.steps()).hasSize(TracedTrial.MAX_STEPS);
        assertThat(trace.notes()).anyMatch(note -> note.contains("5 more were taken"));
    }
}
