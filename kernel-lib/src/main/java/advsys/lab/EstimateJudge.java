package advsys.lab;

import advsys.lab.chart.Overlay;
import advsys.lab.chart.Point;
import advsys.lab.show.ColumnName;
import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Judges an estimated curve: which series it meets, and where it is farthest off.
final class EstimateJudge {
    private static final double NEAR = 1.25;
    private static final int SAMPLES = 80;

    private EstimateJudge() {}

    /// How one series keeps to the curve.
    private record Fit(
            String series, int near, int points, double factor, double worstX, double said, Point measured) {}

    static ClaimVerdict judge(Estimate estimate, ClaimScope scope) {
        String claim = "the estimate \"" + estimate.name() + "\"";
        Map<String, Object> place = estimate.place().in(scope, claim);
        if (!scope.plan().rows().frame().numeric(scope.plan().x())) {
            throw new IllegalArgumentException(claim + " is a curve over numbers, and the x axis has names: "
                    + scope.xs().stream().limit(8).map(Numbers::text).toList());
        }
        List<Fit> fits = new ArrayList<>();
        List<Object> series = scope.series().isEmpty() ? List.of("") : scope.series();
        for (Object each : series) {
            @Nullable Object chosen = place.get(scope.plan().by());
            if (chosen == null || Frame.same(chosen, each)) {
                fits.add(fit(estimate, place, each, scope));
            }
        }
        String sentence = sentence(fits, scope);
        return new ClaimVerdict(
                "Estimate " + estimate.name() + ": " + sentence + ".",
                sentence,
                null,
                List.of(curve(estimate, scope)),
                Map.of());
    }

    private static Fit fit(Estimate estimate, Map<String, Object> place, Object series, ClaimScope scope) {
        Map<String, Object> spot = new LinkedHashMap<>(place);
        if (!scope.plan().by().isEmpty()) {
            spot.put(scope.plan().by(), series);
        }
        int near = 0;
        int points = 0;
        Fit worst = new Fit(Numbers.text(series), 0, 0, 1, Double.NaN, 0, new Point(0, 0, 0, 0, 0, List.of()));
        for (Object x : scope.xs()) {
            spot.put(scope.plan().x(), x);
            Point point = scope.at(spot);
            double said = estimate.value(Frame.number(x));
            Guess guess = Guess.of(said, point);
            if (!guess.told() || !Double.isFinite(said)) {
                continue;
            }
            points++;
            double factor = guess.points() == 1 ? Math.min(guess.factor(), NEAR) : guess.factor();
            near += factor <= NEAR ? 1 : 0;
            if (factor >= worst.factor) {
                worst = new Fit(worst.series, 0, 0, factor, Frame.number(x), said, point);
            }
        }
        return new Fit(worst.series, near, points, worst.factor, worst.worstX, worst.said, worst.measured);
    }

    private static String sentence(List<Fit> fits, ClaimScope scope) {
        Fit best = fits.stream()
                .filter(fit -> fit.points > 0)
                .max(Comparator.<Fit>comparingInt(fit -> fit.near)
                        .thenComparing(Comparator.<Fit>comparingDouble(fit -> fit.factor)
                                .reversed()))
                .orElse(null);
        if (best == null) {
            return "nothing was measured where it has a value, or too uncertainly to judge by";
        }
        String who = best.series.isEmpty() ? "the measurement" : best.series;
        String near = who + " is within 25 % of it at " + best.near + " of " + best.points + " points";
        String opening = fits.size() > 1
                ? "nearest is " + who + ", within 25 % of it at " + best.near + " of " + best.points + " points"
                : near;
        if (best.near == best.points) {
            return opening;
        }
        ClaimScale scale = scope.scale("", List.of());
        return opening + "; farthest at " + ColumnName.of(scope.plan().x()).title() + " "
                + Numbers.axis(best.worstX) + ": " + scale.text(best.said) + " on paper, measured "
                + scale.text(best.measured);
    }

    /// The curve over numbers, or a level in each slot.
    private static Overlay curve(Estimate estimate, ClaimScope scope) {
        List<Overlay.Level> levels = new ArrayList<>();
        List<Object> xs = scope.xs();
        if (scope.plan().kind().slots()) {
            xs.forEach(x -> levels.add(Overlay.Level.of(scope.position(x), -1, estimate.value(Frame.number(x)))));
        } else {
            double first = Frame.number(xs.getFirst());
            double last = Frame.number(xs.getLast());
            boolean ratios = first > 0 && last / first >= 16;
            DoubleStream grid = DoubleStream.iterate(0, i -> i <= SAMPLES, i -> i + 1)
                    .map(i -> ratios
                            ? first * Math.pow(last / first, i / SAMPLES)
                            : first + (last - first) * i / SAMPLES);
            DoubleStream.concat(grid, xs.stream().mapToDouble(Frame::number))
                    .filter(x -> x >= first && x <= last)
                    .sorted()
                    .distinct()
                    .forEach(x -> levels.add(Overlay.Level.of(x, -1, estimate.value(x))));
        }
        return new Overlay(Overlay.Kind.ESTIMATED, estimate.name(), levels);
    }
}
