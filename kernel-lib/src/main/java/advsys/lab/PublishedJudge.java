package advsys.lab;

import advsys.lab.chart.Overlay;
import advsys.lab.chart.Point;
import advsys.lab.show.ColumnName;
import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges a published figure on the rows of a chart.
final class PublishedJudge {
    static final String REPRODUCED = "reproduced";
    static final String SHAPE_ONLY = "shape only";
    static final String NOT_REPRODUCED = "not reproduced";
    static final String NOT_HERE = "not on this host";
    static final String UNCERTAIN = "not distinguishable here";
    private static final String CANNOT_TELL = "cannot tell on these rows";

    private final Published published;
    private final ClaimScope scope;
    private final Spots spots;
    private final List<Overlay.Level> levels = new ArrayList<>();
    private final List<String> measured = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();

    private PublishedJudge(Published published, ClaimScope scope) {
        this.published = published;
        this.scope = scope;
        spots = new Spots(
                scope,
                published.place().in(scope, "the figure " + published.figure().id()));
    }

    static ClaimVerdict judge(Published published, ClaimScope scope) {
        return new PublishedJudge(published, scope).judge();
    }

    private ClaimVerdict judge() {
        Figure figure = published.figure();
        boolean about = about(figure);
        for (Expectation expectation : about ? Expectation.of(figure) : List.<Expectation>of()) {
            switch (expectation) {
                case Expectation.Level level -> level(level);
                case Expectation.Bound bound -> bound(bound);
                case Expectation.Order order -> order(order);
                case Expectation.Trend trend -> trend(trend);
            }
        }
        String missing = missing(figure);
        if (missing.isEmpty() && !about) {
            measured.add("it is about " + ColumnName.of(figure.unit()).title());
        }
        String verdict = missing.isEmpty() ? verdict() : NOT_HERE;
        String what = measured.isEmpty() || !missing.isEmpty() ? "" : ": " + String.join("; ", measured);
        return new ClaimVerdict(
                "Published: " + figure.citation() + ". Here: " + verdict + (missing.isEmpty() ? "" : ": it " + missing)
                        + what + ".",
                verdict,
                null,
                levels.isEmpty() ? List.of() : List.of(new Overlay(Overlay.Kind.PUBLISHED, name(figure), levels)),
                Map.of());
    }

    /// True when the y of these rows is what the figure is about.
    private boolean about(Figure figure) {
        String y = scope.plan().y();
        return figure.unit().isEmpty()
                || y.equals(figure.unit())
                || ColumnName.of(y).title().contains("(" + figure.unit() + ")");
    }

    /// True when a number that stands for itself may be compared: a ratio only with ratios.
    private boolean comparable() {
        return !published.figure().kind().equals("ratio")
                || !scope.plan().rows().remark().isEmpty();
    }

    /// Counted on a simulated machine, more cores than the host has are no matter.
    private String missing(Figure figure) {
        Results results = scope.results();
        if (results == null
                || results.host() == null
                || scope.plan().rows().frame().has("machine")) {
            return "";
        }
        return figure.missingOn(results.host());
    }

    static String name(Figure figure) {
        return "published: " + figure.id();
    }

    /// The worst of the verdicts counts.
    private String verdict() {
        for (String worst : List.of(NOT_REPRODUCED, UNCERTAIN, SHAPE_ONLY, REPRODUCED)) {
            if (verdicts.contains(worst)) {
                return worst;
            }
        }
        return CANNOT_TELL;
    }

    private void level(Expectation.Level level) {
        boolean ratio = !level.over().empty();
        if (!ratio && !comparable()) {
            return;
        }
        if (!ratio) {
            position(level).ifPresent(levels::add);
        }
        Optional<Point> here = ratio ? spots.ratio(level.spot(), level.over()) : spots.point(level.spot());
        here.ifPresent(point -> {
            ClaimScale scale = scope.scale("", List.of());
            measured.add((level.spot().empty() ? "" : level.spot() + (ratio ? " over " + level.over() : "") + " ")
                    + (ratio ? Numbers.text(point.median()) : scale.text(point)) + " against "
                    + Numbers.text(level.number()));
            verdicts.add(verdict(level, point));
        });
    }

    /// Reproduced when the median lies in the band; nobody can tell when only its interval reaches into it, or is so
    /// wide that it would reach into many; the shape when both lie on the same side of 1, or of 0.
    static String verdict(Expectation.Level level, Point point) {
        if (Guess.wide(point)) {
            return UNCERTAIN;
        }
        if (point.median() >= level.low() && point.median() <= level.high()) {
            return REPRODUCED;
        }
        if (point.high() >= level.low() && point.low() <= level.high()) {
            return UNCERTAIN;
        }
        boolean sameSide = (point.median() > 1) == (level.number() > 1);
        return sameSide && point.median() * level.number() > 0 ? SHAPE_ONLY : NOT_REPRODUCED;
    }

    private Optional<Overlay.Level> position(Expectation.Level level) {
        Optional<Map<String, Object>> spot = spots.spot(level.spot());
        return spot.map(at -> new Overlay.Level(
                PredictedValue.x(at, scope),
                PredictedValue.strand(at, scope),
                level.number(),
                level.low(),
                level.high()));
    }

    private void bound(Expectation.Bound bound) {
        if (bound.over().empty() && !comparable()) {
            return;
        }
        Optional<Point> here =
                bound.over().empty() ? spots.point(bound.spot()) : spots.ratio(bound.spot(), bound.over());
        here.ifPresent(point -> {
            measured.add((bound.spot().empty() ? "" : bound.spot() + " ")
                    + (bound.over().empty() ? "" : "over " + bound.over() + " ")
                    + Numbers.text(point.median()));
            verdicts.add(verdict(bound, point));
        });
    }

    /// By the whole interval: one that lies on both sides tells nothing.
    static String verdict(Expectation.Bound bound, Point point) {
        if (bound.holds(point.low()) != bound.holds(point.high())) {
            return UNCERTAIN;
        }
        return bound.holds(point.median()) ? REPRODUCED : NOT_REPRODUCED;
    }

    private void order(Expectation.Order order) {
        List<String> present = order.series().stream()
                .filter(name -> spots.point(new Expectation.Spot(name, "")).isPresent())
                .toList();
        if (present.size() < 2) {
            return;
        }
        Object x = scope.xs().getLast();
        boolean overSeries = scope.series().stream().anyMatch(each -> Frame.same(each, present.getFirst()));
        RankPairs pairs = RankPairs.of(
                present,
                overSeries ? scope.plan().by() : scope.plan().x(),
                overSeries ? Map.of(scope.plan().x(), x) : Map.of(),
                true,
                scope);
        measured.add(pairs.sentence());
        if (pairs.told() > 0) {
            verdicts.add(pairs.right() == pairs.told() ? REPRODUCED : NOT_REPRODUCED);
        }
    }

    private void trend(Expectation.Trend trend) {
        List<Object> xs = scope.xs();
        Optional<Point> first = spots.point(new Expectation.Spot(trend.series(), Numbers.text(xs.getFirst())));
        Optional<Point> last = spots.point(new Expectation.Spot(trend.series(), Numbers.text(xs.getLast())));
        if (first.isEmpty() || last.isEmpty() || xs.size() < 2) {
            return;
        }
        double factor = last.get().median() / first.get().median();
        boolean holds = switch (trend.course()) {
            case RISES -> factor > 1.1 && last.get().low() > first.get().high();
            case FALLS -> factor < 0.9 && last.get().high() < first.get().low();
            case FLAT -> factor > 0.8 && factor < 1.25;
        };
        measured.add(trend.series() + " " + Numbers.text(factor) + " times from " + Numbers.text(xs.getFirst()) + " to "
                + Numbers.text(xs.getLast()));
        verdicts.add(holds ? REPRODUCED : NOT_REPRODUCED);
    }
}
