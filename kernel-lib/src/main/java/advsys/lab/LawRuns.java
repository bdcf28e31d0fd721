package advsys.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The trials of an [ExperimentLaw] in one setting: every choice, or so many measurements.
final class LawRuns<S, R extends Record> {
    private static final int STORIES = 16;
    private static final int DIFFERENT = 5_000; // ends that are kept apart

    private record Threw(String what) {}

    /// The shortest way to one end.
    private static final class Way {
        final int departures;
        final String witness;
        final int[] path;

        Way(int departures, String witness, int... path) {
            this.departures = departures;
            this.witness = witness;
            this.path = path.clone();
        }
    }

    private final Plan<S, R> plan;
    private final Subject<S> subject;
    private final Map<String, Object> setting;
    private final Scenario<S, R> scenario;
    private final Map<Object, Way> ways = new LinkedHashMap<>();
    private boolean onHost;
    private long trials;

    LawRuns(Plan<S, R> plan, Subject<S> subject, Map<String, Object> setting) {
        this.plan = plan;
        this.subject = subject;
        this.setting = setting;
        this.scenario = plan.knobs().scenario(plan.scenario().getClass(), setting);
    }

    /// True when nothing was left out.
    boolean run(long deadline) {
        Choices choices = new Choices(plan.search());
        ExploredTrial trial = new ExploredTrial(plan.seed(), new Pulse(), choices);
        do {
            trial.restart(trials);
            Object end = end(trial);
            if (trial.wantedCrew()) {
                onHost = true;
                measure(deadline);
                return false;
            }
            trials++;
            if (!trial.merged()) {
                keep(end, new Way(choices.departures(), choices.witness(), choices.path()));
            }
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
        } while (choices.samples() ? trials < plan.search().n() : choices.advance());
        return !choices.samples() && !choices.cut();
    }

    private void measure(long deadline) {
        for (int k = 0; k < Quick.repeats(plan.repeats()) && System.nanoTime() - deadline <= 0; k++) {
            long seed = plan.seed() + k;
            trials++;
            keep(end(new MeasuredTrial(seed, new Pulse())), new Way(k, "trial with seed " + seed));
        }
    }

    long trials() {
        return trials;
    }

    private Object end(Trial trial) {
        try {
            return Measurement.requireRow(scenario.run(subject.value(), trial));
        } catch (Throwable thrown) { // whatever a reader's class may throw
            if (Cancel.requested()) {
                throw new CancellationException("stopped");
            }
            return new Threw("threw " + Failures.describe(thrown));
        }
    }

    private void keep(Object end, Way way) {
        if (ways.size() < DIFFERENT || ways.containsKey(end)) {
            ways.merge(end, way, (one, other) -> other.departures < one.departures ? other : one);
        }
    }

    @SuppressWarnings("unchecked") // what is kept is a row of the scenario's, or Threw
    List<ExperimentLaw.Ending<R>> endings() {
        List<ExperimentLaw.Ending<R>> endings = new ArrayList<>();
        String knobs = knobs();
        ways.forEach((end, way) -> {
            @Nullable
            Trace story = onHost || endings.size() >= STORIES
                    ? null
                    : Tracing.byPath(plan, subject, setting, way.path, way.witness);
            endings.add(
                    end instanceof Threw(String what)
                            ? new ExperimentLaw.Ending<>(knobs, null, what, way.witness, way.departures, story)
                            : new ExperimentLaw.Ending<>(knobs, (R) end, "", way.witness, way.departures, story));
        });
        return endings;
    }

    private String knobs() {
        List<String> words = new ArrayList<>();
        plan.varying(setting).forEach((knob, value) -> words.add(knob + " " + value));
        return String.join(", ", words);
    }
}
