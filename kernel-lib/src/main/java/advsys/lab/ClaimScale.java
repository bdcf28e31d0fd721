package advsys.lab;

import advsys.lab.chart.Point;
import advsys.lab.show.Numbers;

/// How a claim's numbers relate to a column's: people say *40* per cent where the column holds 0.4.
///
/// @param percent the claim speaks of per cent, the column holds shares or ratios
/// @param share the column's numbers are shown as per cent
record ClaimScale(boolean percent, boolean share) {
    /// The claim's number as the column would hold it.
    double column(double claimed) {
        return percent ? claimed / 100 : claimed;
    }

    /// The claim's number as it was written.
    String said(double claimed) {
        return Numbers.axis(claimed) + (percent ? " %" : share ? " (" + text(claimed) + ")" : "");
    }

    /// A number of the column, in the claim's words.
    String text(double value) {
        return percent || share ? Numbers.text(clean(value * 100)) + " %" : Numbers.text(value);
    }

    /// "37.1 % [35, 39.2]".
    String text(Point point) {
        if (point.low() == point.high()) {
            return text(point.median());
        }
        double by = percent || share ? 100 : 1;
        return text(point.median()) + " [" + Numbers.text(clean(point.low() * by)) + ", "
                + Numbers.text(clean(point.high() * by)) + "]";
    }

    /// 0.07 · 100 is 7.000000000000001 in floating point.
    private static double clean(double value) {
        double rounded = Math.rint(value);
        return Math.abs(value - rounded) < 1e-9 ? rounded : value;
    }
}
