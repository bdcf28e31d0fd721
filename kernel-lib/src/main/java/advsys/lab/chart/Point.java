package advsys.lab.chart;

import java.util.List;

/// What the trials at one x say.
///
/// @param x the value on a numeric axis, or the number of the category
/// @param median NaN when no trial gave a number: a gap
/// @param low where the interval of the median begins
/// @param high where it ends
/// @param lost how many trials hung, threw or gave no number
/// @param values the single numbers, in the order of the trials
public record Point(double x, double median, double low, double high, int lost, List<Double> values) {
    /// How many trials gave a number.
    public int n() {
        return values.size();
    }

    /// True when there is nothing to draw but a mark that trials were lost.
    public boolean gap() {
        return Double.isNaN(median);
    }
}
