package advsys.lab;

import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Carries out one traced trial.
final class Tracing {
    private Tracing() {}

    static <S, R extends Record> Trace bySeed(
            Plan<S, R> plan, Subject<S> subject, Map<String, Object> setting, long seed) {
        Pulse pulse = new Pulse();
        return run(plan, subject, setting, new TracedTrial(seed, pulse), "seed " + seed);
    }

    /// Along the choices of an exploration.
    static <S, R extends Record> Trace byPath(
            Plan<S, R> plan, Subject<S> subject, Map<String, Object> setting, int[] path, String witness) {
        Pulse pulse = new Pulse();
        return run(
                plan,
                subject,
                setting,
                new TracedTrial(plan.seed(), pulse, path),
                witness.isEmpty() ? "the ordinary course" : witness);
    }

    private static <S, R extends Record> Trace run(
            Plan<S, R> plan, Subject<S> subject, Map<String, Object> setting, TracedTrial trial, String chance) {
        Scenario<S, R> scenario = plan.knobs().scenario(plan.scenario().getClass(), setting);
        String name = plan.title() + ": " + plan.describe(subject.label(), setting);
        Supervised.End<R> end =
                Supervised.run(name, trial.pulse, () -> Measurement.requireRow(scenario.run(subject.value(), trial)));
        List<String> notes = new ArrayList<>();
        switch (end) {
            case Supervised.End.Value<R>(R row) -> notes.add("ended with " + words(row));
            case Supervised.End.Interrupted<R> _ -> notes.add("interrupted");
            case Supervised.End.Threw<R> _, Supervised.End.Hung<R> _ ->
                Failures.sentence(end, "").ifPresent(notes::add);
        }
        if (trial.hadCrew()) {
            notes.add("threads of this host took part: their timing has no replay, and comes out anew each time");
        }
        if (trial.dropped() > 0) {
            notes.add("only the first " + TracedTrial.MAX_STEPS + " steps are kept; " + trial.dropped()
                    + " more were taken");
        }
        HostCard host = HostCard.facts();
        String caveat = scenario.caveat(host);
        if (!caveat.isEmpty()) {
            notes.add(caveat);
        }
        return new Trace(new Trace.Data(
                name + ", " + chance, trial.steps(), 0, notes, trial.hadCrew() ? host : null, scenario::picture));
    }

    /// "messages 4, hops 2".
    private static String words(Record row) {
        return Reflect.map(row).entrySet().stream()
                .map(each -> each.getKey() + " " + Numbers.text(each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
