package advsys.lab;

import advsys.lab.chart.Overlay;
import advsys.lab.show.ColumnName;
import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Judges a predicted curve.
final class PredictedCurve {
    private PredictedCurve() {}

    static ClaimVerdict judge(Prediction prediction, ClaimScope scope) {
        String claim = "the prediction \"" + prediction.question() + "\"";
        Map<String, Object> place = prediction.place().in(scope, claim);
        requireSeries(claim, place, scope);
        List<Object> xs = scope.xs();
        requireAllNumbers(claim, prediction, scope, xs);
        ClaimScale scale = scope.scale(prediction.question(), prediction.numbers());
        List<Guess> guesses = new ArrayList<>();
        List<Overlay.Level> levels = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            double said = scale.column(prediction.numbers().get(i));
            Map<String, Object> spot = new LinkedHashMap<>(place);
            spot.put(scope.plan().x(), xs.get(i));
            guesses.add(Guess.of(said, scope.at(spot)));
            levels.add(Overlay.Level.of(scope.position(xs.get(i)), PredictedValue.strand(place, scope), said));
        }
        String result = result(guesses, xs, scope, scale);
        double told = guesses.stream().filter(Guess::told).count();
        double points =
                guesses.stream().filter(Guess::told).mapToDouble(Guess::points).sum();
        String series = prediction.place().anywhere() ? "" : " for " + prediction.place();
        return new ClaimVerdict(
                "Your curve" + series + " (" + prediction.question() + "): " + result + "."
                        + Late.words(prediction, scope),
                result,
                Late.score(prediction, scope, told == 0 ? 0 : points / told, told == 0 ? 0 : 1, result),
                List.of(new Overlay(Overlay.Kind.PREDICTED, "your prediction", levels)),
                Map.of());
    }

    private static void requireSeries(String claim, Map<String, Object> place, ClaimScope scope) {
        if (place.containsKey(scope.plan().x())) {
            throw new IllegalArgumentException(claim + " is a curve over all "
                    + scope.plan().x() + ", and at names one of them: name the series only");
        }
        if (!place.containsKey(scope.plan().by()) && scope.series().size() > 1) {
            throw new IllegalArgumentException(claim + " does not say which series it is meant for: add .at(\""
                    + scope.series().getFirst() + "\"), one of "
                    + scope.series().stream().map(Numbers::text).collect(Collectors.joining(", ")));
        }
    }

    private static void requireAllNumbers(String claim, Prediction prediction, ClaimScope scope, List<Object> xs) {
        if (prediction.numbers().size() != xs.size()) {
            throw new IllegalArgumentException(
                    claim + " has " + prediction.numbers().size() + " numbers, and there are "
                            + xs.size() + " values of " + scope.plan().x() + ": "
                            + xs.stream().limit(20).map(Numbers::text).collect(Collectors.joining(", ")));
        }
    }

    /// "3 of 5 points right; farthest at frames 64: you said 0.2, measured 0.71 (3.5 times too low)".
    private static String result(List<Guess> guesses, List<Object> xs, ClaimScope scope, ClaimScale scale) {
        List<Guess> told = guesses.stream().filter(Guess::told).toList();
        if (told.isEmpty()) {
            return "nothing was measured there, or too uncertainly to judge by";
        }
        long right = told.stream().filter(guess -> guess.points() == 1).count();
        String counted = right + " of " + told.size() + " points right";
        if (right == told.size()) {
            return counted;
        }
        Guess worst = told.stream()
                .filter(guess -> guess.points() < 1)
                .max(Comparator.comparingDouble(Guess::factor)
                        .thenComparingDouble(guess ->
                                Math.abs(guess.said() - guess.measured().median())))
                .orElseThrow();
        Object x = xs.get(guesses.indexOf(worst));
        return counted + "; farthest at " + ColumnName.of(scope.plan().x()).title() + " " + Numbers.text(x)
                + ": you said " + scale.text(worst.said()) + ", measured " + scale.text(worst.measured()) + ", "
                + worst.words();
    }
}
