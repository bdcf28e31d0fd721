package advsys.lab;

import advsys.lab.chart.Point;
import advsys.lab.show.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds what was measured at the spots of a published figure.
///
/// @param place where the figure is meant, by column
record Spots(ClaimScope scope, Map<String, Object> place) {
    /// One spot over another, with the widest interval that the two allow.
    Optional<Point> ratio(Expectation.Spot above, Expectation.Spot below) {
        Optional<Point> one = point(above);
        Optional<Point> other = point(below);
        if (one.isEmpty() || other.isEmpty() || other.get().median() == 0) {
            return Optional.empty();
        }
        Point a = one.get();
        Point b = other.get();
        return Optional.of(new Point(
                0,
                a.median() / b.median(),
                a.low() / b.high(),
                a.high() / Math.max(b.low(), Double.MIN_VALUE),
                0,
                a.values()));
    }

    /// What was measured at a spot of the figure; nothing when it is not on the chart, or is not one point.
    Optional<Point> point(Expectation.Spot spot) {
        return spot(spot).filter(this::onePoint).map(scope::at).filter(point -> !point.gap());
    }

    private boolean onePoint(Map<String, Object> spot) {
        return scope.keys().stream()
                .allMatch(column -> spot.containsKey(column)
                        || (column.equals(scope.plan().panels()) && scope.panel() != null)
                        || scope.values(column).size() == 1);
    }

    /// The columns of a spot: its own names, else those of `at`; the last x when it names none but a series.
    Optional<Map<String, Object>> spot(Expectation.Spot spot) {
        Map<String, Object> found = new LinkedHashMap<>(place);
        for (String name : List.of(spot.series(), spot.x())) {
            if (!name.isEmpty()) {
                List<String> columns = scope.keys().stream()
                        .filter(column -> !found.containsKey(column))
                        .filter(column -> scope.values(column).stream()
                                .anyMatch(value -> Numbers.text(value).equals(name)))
                        .collect(Collectors.toList());
                if (columns.isEmpty()) {
                    return Optional.empty();
                }
                String column = columns.getFirst();
                found.put(
                        column,
                        scope.values(column).stream()
                                .filter(value -> Numbers.text(value).equals(name))
                                .findFirst()
                                .orElseThrow());
            }
        }
        if (!spot.series().isEmpty() && !found.containsKey(scope.plan().x())) {
            found.put(scope.plan().x(), scope.xs().getLast());
        }
        return Optional.of(found);
    }
}
