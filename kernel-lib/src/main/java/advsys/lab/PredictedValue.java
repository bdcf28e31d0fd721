package advsys.lab;

import advsys.lab.chart.Overlay;
import advsys.lab.chart.Point;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Judges a predicted number.
final class PredictedValue {
    private PredictedValue() {}

    static ClaimVerdict judge(Prediction prediction, ClaimScope scope) {
        String claim = "the prediction \"" + prediction.question() + "\"";
        Map<String, Object> place = prediction.place().in(scope, claim);
        requireOnePoint(claim, place, scope);
        ClaimScale scale = scope.scale(prediction.question(), prediction.numbers());
        double said = scale.column(prediction.numbers().getFirst());
        Point point = scope.at(place);
        Guess guess = Guess.of(said, point);
        String where = place.entrySet().stream()
                .map(each -> scope.words(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        String opening = "You said " + scale.said(prediction.numbers().getFirst())
                + (where.isEmpty() ? "" : " for " + where) + " (" + prediction.question() + "): ";
        String outcome = (point.gap() ? "" : "measured " + scale.text(point) + ", ") + guess.words() + ".";
        Overlay overlay = new Overlay(
                Overlay.Kind.PREDICTED,
                "your prediction",
                List.of(Overlay.Level.of(x(place, scope), strand(place, scope), said)));
        Prediction.Score score = guess.told()
                ? Late.score(prediction, scope, guess.points(), 1, guess.words())
                : new Prediction.Score(0, 0, guess.words());
        return new ClaimVerdict(
                opening + outcome + Late.words(prediction, scope),
                guess.told() ? guess.words() : "cannot tell",
                score,
                List.of(overlay),
                Map.of());
    }

    private static void requireOnePoint(String claim, Map<String, Object> place, ClaimScope scope) {
        for (String column : scope.keys()) {
            boolean given =
                    place.containsKey(column) || (column.equals(scope.plan().panels()) && scope.panel() != null);
            if (!given && scope.values(column).size() > 1) {
                throw new IllegalArgumentException(claim + " does not say for which " + column
                        + " it is meant: add .at(series, x), such as .at("
                        + scope.keys().stream()
                                .map(key -> literal(scope.values(key).getFirst()))
                                .collect(Collectors.joining(", "))
                        + ")");
            }
        }
    }

    private static String literal(Object value) {
        return value instanceof Number ? value.toString() : "\"" + value + "\"";
    }

    /// The x of a place; NaN for all of the axis.
    static double x(Map<String, Object> place, ClaimScope scope) {
        @Nullable Object x = place.get(scope.plan().x());
        return x == null ? Double.NaN : scope.position(x);
    }

    /// The number of a place's series; -1 for none in particular.
    static int strand(Map<String, Object> place, ClaimScope scope) {
        @Nullable
        Object series =
                scope.plan().by().isEmpty() ? null : place.get(scope.plan().by());
        return series == null ? -1 : scope.strand(series);
    }
}
