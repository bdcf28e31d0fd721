package advsys.lab;

import advsys.lab.chart.Point;
import advsys.lab.show.Numbers;

/// One predicted number beside what was measured.
///
/// @param points 1 inside the interval or within 10 %, a half within a factor of 2, else 0; NaN when nothing was
///     measured, or so little that everything would be right
/// @param factor how far it is off, at least 1; infinite when one is 0 or their signs differ
record Guess(double said, Point measured, double points, double factor) {
    private static final double RIGHT = 1.1;
    private static final double NEAR = 2;
    private static final double WIDE = 1.5; // times the median

    static Guess of(double said, Point measured) {
        if (measured.gap() || wide(measured)) {
            return new Guess(said, measured, Double.NaN, Double.NaN);
        }
        double median = measured.median();
        double ratio = said == median ? 1 : said / median;
        double factor = ratio > 0 && Double.isFinite(ratio) ? Math.max(ratio, 1 / ratio) : Double.POSITIVE_INFINITY;
        boolean inside = said >= measured.low() && said <= measured.high();
        double points = inside || factor <= RIGHT ? 1 : factor <= NEAR ? 0.5 : 0;
        return new Guess(said, measured, points, factor);
    }

    /// An interval from below a half to above the double says nothing about a guess.
    static boolean wide(Point measured) {
        return measured.high() - measured.low() > WIDE * Math.abs(measured.median());
    }

    boolean told() {
        return !Double.isNaN(points);
    }

    /// "right", or "1.8 times too high", or why nobody can tell.
    String words() {
        if (!told()) {
            return measured.gap() ? "nothing was measured there" : "too uncertain to judge by";
        }
        if (points == 1) {
            return said >= measured.low() && said <= measured.high()
                    ? "right, inside the interval"
                    : "right within 10 %";
        }
        String side = said > measured.median() ? "too high" : "too low";
        return Double.isInfinite(factor) ? side : Numbers.text(factor) + " times " + side;
    }
}
