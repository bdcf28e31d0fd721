package advsys.lab;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that an experiment says, as data for those who carry it out.
///
/// @param column what the subjects are called together
/// @param given the knobs that were set, and their values
record Plan<S, R extends Record>(
        Scenario<S, R> scenario,
        Knobs knobs,
        String column,
        List<Subject<S>> subjects,
        Map<String, List<Object>> given,
        int repeats,
        long seed,
        @Nullable Duration budget,
        Search search,
        Laws<R> laws) {

    /// The columns that the lab itself adds to measured rows.
    private static final Set<String> OURS =
            Set.of("trial", "seed", "verdict", "law", "outcome", "overlap", "interference");

    Plan {
        Set<String> taken = new HashSet<>(OURS);
        taken.addAll(knobs.names());
        if (taken.contains(column)) {
            throw new IllegalArgumentException(
                    "the subjects cannot be called \"" + column + "\": another column is called so");
        }
        for (String knob : knobs.names()) {
            if (OURS.contains(knob)) {
                throw new IllegalArgumentException("a knob cannot be called \"" + knob + "\": the results have a"
                        + " column of that name already");
            }
        }
    }

    /// The same with another seed.
    Plan<S, R> seeded(long other) {
        return new Plan<>(scenario, knobs, column, subjects, given, repeats, other, budget, search, laws);
    }

    List<Map<String, Object>> settings() {
        return knobs.settings(given);
    }

    /// What the work is called where it is shown.
    String title() {
        return scenario.getClass().getSimpleName();
    }

    /// "TasLock, threads 4": the subject and what varies.
    String describe(String subject, Map<String, Object> setting) {
        StringBuilder text = new StringBuilder(subject);
        varying(setting)
                .forEach((knob, value) ->
                        text.append(", ").append(knob).append(' ').append(value));
        return text.toString();
    }

    /// The part of a setting that the experiment varies.
    Map<String, Object> varying(Map<String, Object> setting) {
        Map<String, Object> varying = new LinkedHashMap<>(setting);
        varying.keySet().removeIf(knob -> given.getOrDefault(knob, List.of()).size() < 2);
        return varying;
    }

    /// What this host cannot show of any of the settings.
    List<String> caveats(HostCard host) {
        return settings().stream()
                .map(setting ->
                        knobs.<S, R>scenario(scenario.getClass(), setting).caveat(host))
                .filter(caveat -> !caveat.isEmpty())
                .distinct()
                .toList();
    }
}
