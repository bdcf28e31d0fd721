package advsys.lab;

import advsys.lab.chart.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The rows at one point of a chart, while they are collected.
final class Tally {
    private final List<Double> values = new ArrayList<>();
    private final Map<String, Integer> lost = new LinkedHashMap<>(); // why → how many

    /// Adds a row's number; what is not finite counts as lost.
    void add(double value, String outcome) {
        if (Double.isFinite(value)) {
            values.add(value);
        } else {
            lost.merge(outcome.isEmpty() || outcome.equals(Charted.OK) ? "no number" : outcome, 1, Integer::sum);
        }
    }

    Point point(double x, Charted.Gather gather) {
        if (values.isEmpty()) {
            return new Point(x, Double.NaN, Double.NaN, Double.NaN, lostTrials(), List.of());
        }
        return switch (gather) {
            case MEDIAN -> {
                Summary summary = Summary.of(
                        values.stream().mapToDouble(Double::doubleValue).toArray());
                yield new Point(x, summary.median(), summary.low(), summary.high(), lostTrials(), List.copyOf(values));
            }
            case LAST -> single(x, values.getLast());
            case SUM ->
                single(x, values.stream().mapToDouble(Double::doubleValue).sum());
        };
    }

    private Point single(double x, double value) {
        return new Point(x, value, value, value, lostTrials(), List.of(value));
    }

    int lostTrials() {
        return lost.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// "hung 3 of 15"; empty when nothing was lost.
    String loss() {
        int all = values.size() + lostTrials();
        return lost.entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue() + " of " + all)
                .collect(Collectors.joining(", "));
    }
}
