package advsys.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compares two sides by pairs of trials that are alike in everything else.
///
/// - **Rule** a pair whose two numbers are less than 2 % apart is "the same" (in an exact experiment: equal numbers
///   only). A sign test over the other pairs decides: with p ≤ 5 % one side is lower or higher, otherwise the two are
///   *not distinguishable here*. Six pairs are the least that can decide. In an exact experiment there is no chance
///   that could have done it: when all pairs go the same way, they have decided.
/// - Without a pair that has both numbers, because trials threw, say, the verdict is *unknown*.
/// - The median ratio is that of all pairs, with its 95 % order-statistics interval.
final class Pairs {
    static final String NOT_DISTINGUISHABLE = "not distinguishable here";
    static final String THE_SAME = "the same";
    static final String UNKNOWN = "unknown";

    private static final double SAME = Math.log(1.02);
    private static final double SIGNIFICANT = 0.05;

    private Pairs() {}

    static Results.Comparison compare(ResultsData data, String column, Object a, Object b) {
        Frame frame = data.frame();
        if (!frame.numeric(column)) {
            throw new IllegalArgumentException("compare(\"" + column + "\", …): its values are not numbers");
        }
        String side = side(data, a, b);
        Map<List<@Nullable Object>, Double> ofB = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            if (Frame.same(frame.at(row, side), b)) {
                ofB.put(RowsOf.keyWithTrial(data, row, side), frame.number(row, column));
            }
        }
        int lower = 0;
        int same = 0;
        int higher = 0;
        List<Double> ratios = new ArrayList<>();
        for (int row = 0; row < frame.size(); row++) {
            Double other = ofB.get(RowsOf.keyWithTrial(data, row, side));
            double one = frame.number(row, column);
            if (!Frame.same(frame.at(row, side), a) || other == null || Double.isNaN(one) || other.isNaN()) {
                continue;
            }
            if (one == other || (!data.end().exact() && Math.abs(Math.log(one / other)) < SAME)) {
                same++;
            } else if (one < other) {
                lower++;
            } else {
                higher++;
            }
            ratios.add(one == other ? 1 : one / other); // 0 of 0 is the same, too
        }
        Summary ratio = Summary.of(ratios.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray());
        String what = column + ", " + a + " against " + b;
        return new Results.Comparison(
                what,
                ratio.median(),
                ratio.low(),
                ratio.high(),
                lower,
                same,
                higher,
                ratios.isEmpty() ? UNKNOWN : verdict(data, column, lower, same, higher));
    }

    private static String verdict(ResultsData data, String column, int lower, int same, int higher) {
        return data.end().exact() ? exact(column, lower, same, higher) : verdict(column, lower, same, higher);
    }

    private static String exact(String column, int lower, int same, int higher) {
        if (lower + higher == 0) {
            return THE_SAME;
        }
        boolean unanimous = same == 0 && (lower == 0 || higher == 0);
        return unanimous ? Unit.of(column).word(higher > lower) : verdict(column, lower, same, higher);
    }

    /// The column in which the two sides differ.
    private static String side(ResultsData data, Object a, Object b) {
        List<String> columns = new ArrayList<>();
        if (!data.subjectColumn().isEmpty()) {
            columns.add(data.subjectColumn());
        }
        columns.addAll(data.knobs());
        for (String column : columns) {
            if (has(data.frame(), column, a) && has(data.frame(), column, b)) {
                return column;
            }
        }
        throw new IllegalArgumentException("cannot compare " + a + " with " + b + ": no column holds both; "
                + columns.stream()
                        .map(column -> column + " has "
                                + data.frame().column(column).stream()
                                        .distinct()
                                        .toList())
                        .toList());
    }

    private static boolean has(Frame frame, String column, Object value) {
        return frame.column(column).stream().filter(Objects::nonNull).anyMatch(each -> Frame.same(each, value));
    }

    static String verdict(String column, int lower, int same, int higher) {
        if (SignTest.twoSided(lower, higher) > SIGNIFICANT) {
            return NOT_DISTINGUISHABLE;
        }
        return Unit.of(column).word(higher > lower);
    }

    /// True for a verdict that names no winner.
    static boolean isOpen(String verdict) {
        return verdict.equals(NOT_DISTINGUISHABLE) || verdict.equals(THE_SAME) || verdict.equals(UNKNOWN);
    }

    /// Three digits, and no powers of ten.
    static String ratio(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.3g", value);
    }

    static String sentence(Results.Comparison of) {
        int pairs = of.lower() + of.same() + of.higher();
        if (pairs == 0) {
            return of.what() + ": " + UNKNOWN + ", because no pair of trials gave both numbers";
        }
        boolean open = of.verdict().equals(NOT_DISTINGUISHABLE);
        String tooFew =
                open && pairs < Quick.REPEATS ? ", and " + Quick.REPEATS + " are the least that can decide" : "";
        String interval = of.low() == of.high() // of what is exact
                ? ""
                : " (95 % interval " + ratio(of.low()) + " to " + ratio(of.high()) + ")";
        return String.format(
                Locale.ROOT,
                "%s: %s; median ratio %s%s; lower in %d, the same in %d, higher in %d of %d pairs%s",
                of.what(),
                of.verdict(),
                ratio(of.medianRatio()),
                interval,
                of.lower(),
                of.same(),
                of.higher(),
                pairs,
                tooFew);
    }
}
