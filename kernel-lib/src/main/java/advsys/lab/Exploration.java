package advsys.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Carries out [Experiment#explore]: every subject in every setting.
final class Exploration {
    private Exploration() {}

    static <S, R extends Record> Outcomes of(Plan<S, R> plan) {
        HostCard host = HostCard.facts();
        List<Explorer<S, R>> explorers = new ArrayList<>();
        for (Subject<S> subject : plan.subjects()) {
            plan.settings().forEach(setting -> explorers.add(new Explorer<>(plan, subject, setting)));
        }
        long deadline = plan.budget() == null
                ? Long.MAX_VALUE / 2 + System.nanoTime() // compared by difference, so it must not wrap
                : System.nanoTime() + plan.budget().toNanos();
        long trials = 0;
        int explored = 0;
        boolean goesOn = true;
        try (Progress progress = Progress.of("exploring " + plan.title(), 0)) {
            for (Explorer<S, R> explorer : explorers) {
                if (goesOn) {
                    progress.note(plan.describe(explorer.subject.label(), explorer.setting));
                    goesOn = explorer.run(deadline, progress, trials);
                    trials += explorer.trials();
                    explored++;
                    progress.done(trials);
                }
            }
            if (!goesOn) {
                progress.stopped();
            }
        }
        boolean complete = explored == explorers.size() && explorers.stream().allMatch(Explorer::complete);
        List<String> notes = new ArrayList<>();
        if (explored < explorers.size()) {
            notes.add((explorers.size() - explored) + " of " + explorers.size() + " settings were not begun");
        }
        explorers.forEach(explorer -> notes.addAll(explorer.notes()));
        notes.addAll(plan.caveats(host));
        long merged = explorers.stream().mapToLong(Explorer::mergedTrials).sum();
        return new Outcomes(new Outcomes.Data(
                plan.column(),
                plan.knobs().names(),
                outcomes(plan, explorers),
                complete,
                trials,
                coverage(plan.search(), complete, goesOn, trials, merged),
                notes,
                host,
                plan.laws().verdicts()));
    }

    private static String coverage(Search search, boolean complete, boolean inTime, long trials, long merged) {
        String how = switch (search.kind()) {
            case "departures" ->
                "at most " + search.n() + (search.n() == 1 ? " departure" : " departures")
                        + " from the ordinary course";
            case "sample" -> "a sample of the combinations of choices";
            default -> "every combination of choices";
        };
        return trials
                + (trials == 1 ? " trial: " : " trials: ")
                + how
                + (merged > 0 ? ", " + merged + " of them ended in a state that was known" : "")
                + (complete ? "; complete" : inTime ? "; not complete" : "; stopped before the end");
    }

    private static <S, R extends Record> List<Outcomes.Outcome> outcomes(
            Plan<S, R> plan, List<Explorer<S, R>> explorers) {
        List<Outcomes.Outcome> outcomes = new ArrayList<>();
        for (Explorer<S, R> explorer : explorers) {
            Map<String, Object> knobs = new LinkedHashMap<>(explorer.setting);
            for (Explorer.Way way : explorer.ways()) {
                outcomes.add(new Outcomes.Outcome(
                        explorer.subject.label(),
                        knobs,
                        way.outcome,
                        way.verdict.verdict(),
                        way.verdict.law(),
                        way.count,
                        way.witness,
                        way.departures,
                        () -> Tracing.byPath(plan, explorer.subject, explorer.setting, way.path, way.witness)));
            }
        }
        return outcomes;
    }
}
