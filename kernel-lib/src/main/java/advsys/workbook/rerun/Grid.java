package advsys.workbook.rerun;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The points of a sweep: every combination of the values that were given, each with every seed.
///
/// @param axes the parameters that are set, in the order in which they were given; the last one varies fastest
public record Grid(List<Axis> axes) {
    private static final String SEED = "seed";

    /// A parameter and its values.
    public record Axis(String name, List<Value> values) {}

    /// Reads `name=a,b,c` texts. Commas part values; braces hold an array, which is one value: `threads={1,2},{4}`.
    ///
    /// @param seeds how many seeds each combination is run with, from the notebook's own or the one given on; 0 for
    ///     that one alone
    /// @throws IllegalArgumentException if a name is unknown, a value is wrong or comes twice, or `seeds` has no
    ///     parameter to set
    public static Grid of(Parameters parameters, List<String> given, int seeds) {
        Map<String, Axis> axes = new LinkedHashMap<>();
        for (String each : given) {
            Parameters.Given one = Parameters.Given.of(each);
            Axis axis = axis(parameters.get(one.name()), one.text());
            if (axes.put(axis.name(), axis) != null) {
                throw new IllegalArgumentException("'" + axis.name() + "' is given twice");
            }
        }
        if (seeds > 0) {
            axes.put(SEED, seeds(parameters, axes, seeds));
        }
        return new Grid(List.copyOf(axes.values()));
    }

    private static Axis axis(Parameter parameter, String text) {
        List<Value> values = Texts.split(text).stream().map(parameter::read).toList();
        Set<String> sources = new LinkedHashSet<>();
        for (Value value : values) {
            if (!sources.add(value.source())) {
                throw new IllegalArgumentException(parameter.name() + "=" + text + ": " + value + " comes twice");
            }
        }
        return new Axis(parameter.name(), values);
    }

    private static Axis seeds(Parameters parameters, Map<String, Axis> axes, int seeds) {
        if (!parameters.has(SEED) || !(parameters.get(SEED).type() instanceof Type.Whole)) {
            throw new IllegalArgumentException("--seeds " + seeds + ": the notebook declares no whole number 'seed'"
                    + " among its parameters, so its runs would all be the same");
        }
        Parameter seed = parameters.get(SEED);
        Axis given = axes.get(SEED);
        if (given != null && given.values().size() > 1) {
            throw new IllegalArgumentException("--seeds " + seeds + " and several values of 'seed': give one of them");
        }
        Value first = given == null ? seed.read(seed.initial()) : given.values().getFirst();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            values.add(seed.read(Long.toString(Math.addExact(((Number) first.plain()).longValue(), i))));
        }
        return new Axis(SEED, values);
    }

    /// What each point sets.
    public List<Map<String, Value>> points() {
        List<Map<String, Value>> points = List.of(Map.of());
        for (Axis axis : axes) {
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Map<String, Value> point : points) {
                for (Value value : axis.values()) {
                    Map<String, Value> more = new LinkedHashMap<>(point);
                    more.put(axis.name(), value);
                    longer.add(more);
                }
            }
            points = longer;
        }
        return points;
    }

    /// "threads: 3 values, seed: 5 values".
    @Override
    public String toString() {
        return String.join(
                " × ",
                axes.stream()
                        .map(axis -> axis.name() + " (" + axis.values().size() + ")")
                        .toList());
    }
}
