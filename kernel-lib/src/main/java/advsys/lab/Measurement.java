package advsys.lab;

import advsys.lab.loop.NotCopiedException;
import advsys.lab.loop.OwnLoop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Carries out [Experiment#run]: a compiled loop for each subject, warm-up, then the repeats, interleaved.
///
/// The order of execution is fixed by the names of the subjects, not by the order in which they were given, and turns
/// by one place from repeat to repeat: so each subject is as often first as last, and a drift of the host (clock rate,
/// temperature, neighbours) meets all alike.
final class Measurement<S, R extends Record> {
    /// One subject in one setting.
    static final class Case<S, R extends Record> {
        final Subject<S> subject;
        final Map<String, Object> setting;
        final Scenario<S, R> scenario;
        final boolean simulated;
        boolean hung;

        Case(Subject<S> subject, Map<String, Object> setting, Scenario<S, R> scenario) {
            this.subject = subject;
            this.setting = setting;
            this.scenario = scenario;
            this.simulated = setting.values().stream()
                    .anyMatch(value -> value instanceof Machine machine && machine.isSimulated());
        }
    }

    private final Plan<S, R> plan;
    private final int repeats;
    private final MeasuredRows<S, R> rows;
    private final Interference interference = new Interference(new HostFiles(Path.of("/")));
    private final Set<String> notes = new LinkedHashSet<>();
    private boolean interrupted;

    Measurement(Plan<S, R> plan) {
        this.plan = plan;
        this.repeats = Quick.repeats(plan.repeats());
        this.rows = new MeasuredRows<>(plan);
    }

    Results run() {
        HostCard host = HostCard.facts();
        List<List<Case<S, R>>> settings = cases();
        int planned = repeats * settings.size() * plan.subjects().size();
        WarmUp<S, R> warmUp = new WarmUp<>(this::trial);
        long start = System.nanoTime();
        int done = 0;
        try (Progress progress = Progress.of(plan.title(), planned)) {
            for (Case<S, R> each : settings.stream().flatMap(List::stream).toList()) {
                progress.note("warming up " + plan.describe(each.subject.label(), each.setting));
                if (!interrupted && !warmUp.warm(each, plan.seed())) {
                    record(each, 0, plan.seed(), warmUp.lastEnd(), true);
                }
            }
            for (int k = 0; k < repeats && !interrupted && hasTime(start, k); k++) {
                for (List<Case<S, R>> setting : settings) {
                    for (int i = 0; i < setting.size() && !interrupted; i++) {
                        Case<S, R> next = setting.get((i + k) % setting.size());
                        progress.note(plan.describe(next.subject.label(), next.setting));
                        if (!next.hung) {
                            long seed = plan.seed() + k;
                            record(next, k, seed, trial(next, seed), !next.simulated && !warmUp.exact());
                        }
                        done += interrupted ? 0 : 1;
                        progress.done(done);
                    }
                }
            }
            if (interrupted) {
                progress.stopped();
            }
        }
        if (interrupted) {
            notes.add("interrupted: " + done + " of " + planned + " trials");
        } else if (done < planned) {
            notes.add("the budget of " + plan.budget() + " ended after " + done + " of " + planned + " trials");
        }
        notes.add(warmUp.sentence());
        notes.addAll(plan.caveats(host));
        return rows.results(new MeasuredRows.End(
                host.busyAt(rows.interference()), planned, done, interrupted, warmUp.exact(), List.copyOf(notes)));
    }

    private boolean hasTime(long start, int repeatsDone) {
        if (plan.budget() == null || repeatsDone == 0) {
            return true;
        }
        double spent = System.nanoTime() - start;
        return spent + spent / repeatsDone <= plan.budget().toNanos();
    }

    /// By setting, the subjects by name.
    private List<List<Case<S, R>>> cases() {
        List<Subject<S>> byName = plan.subjects().stream()
                .sorted(Comparator.comparing((Subject<S> subject) -> subject.label()))
                .toList();
        List<List<Case<S, R>>> cases = new ArrayList<>();
        plan.settings().forEach(setting -> cases.add(new ArrayList<>()));
        for (Subject<S> subject : byName) {
            Class<?> own = ownClass();
            for (int i = 0; i < cases.size(); i++) {
                Map<String, Object> setting = plan.settings().get(i);
                cases.get(i).add(new Case<>(subject, setting, plan.knobs().scenario(own, setting)));
            }
        }
        return cases;
    }

    private Class<?> ownClass() {
        Class<?> original = plan.scenario().getClass();
        try {
            return OwnLoop.copyOf(original);
        } catch (NotCopiedException e) {
            notes.add("the subjects share the compiled loop of " + original.getSimpleName() + ", because "
                    + e.getMessage() + ": whoever comes first may look better");
            return original;
        }
    }

    private TrialEnd<R> trial(Case<S, R> each, long seed) {
        Pulse pulse = new Pulse();
        MeasuredTrial trial = new MeasuredTrial(seed, pulse);
        long start = System.nanoTime();
        Supervised.End<R> end = Supervised.run(
                plan.describe(each.subject.label(), each.setting),
                pulse,
                () -> requireRow(each.scenario.run(each.subject.value(), trial)));
        long nanos = System.nanoTime() - start;
        interrupted |= end instanceof Supervised.End.Interrupted;
        each.hung |= end instanceof Supervised.End.Hung;
        return new TrialEnd<>(end, trial, nanos, interference.since(start));
    }

    static <R extends Record> R requireRow(R row) {
        if (row == null) {
            throw new IllegalStateException("the scenario returned null in place of a row");
        }
        return row;
    }

    /// @param timed false where nothing was timed, so that nobody could disturb it
    private void record(Case<S, R> each, int k, long seed, TrialEnd<R> end, boolean timed) {
        if (!(end.end() instanceof Supervised.End.Interrupted)) {
            rows.add(each.subject, each.setting, k, seed, timed ? end : end.undisturbed());
        }
    }
}
