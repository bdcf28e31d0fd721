package advsys.lab.chart;

import advsys.lab.show.ColumnName;
import advsys.lab.show.Numbers;
import java.util.stream.DoubleStream;

/// The y axis: from 0 unless values are negative, so that lengths may be compared; logarithmic, and saying so, when
/// the values span two orders of magnitude and more.
///
/// @param step between two marks of a linear axis
/// @param share values are shares of 1, shown as per cent
public record YAxis(String title, boolean logarithmic, double min, double max, double step, boolean share) {
    private static final double WIDE = 100; // greatest to smallest
    private static final int MARKS = 5;
    private static final double AIR = 0.04; // of the axis, beyond the outermost value

    /// An axis for these values; those that are no number do not count. Bars are never logarithmic: they have no foot.
    ///
    /// @param drawn medians or single trials, which decide on the scale
    /// @param ends of the intervals, which only have to find room
    public static YAxis of(ColumnName column, boolean bars, double[] drawn, double... ends) {
        double[] values = DoubleStream.concat(DoubleStream.of(drawn), DoubleStream.of(ends))
                .toArray();
        double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
        double smallest = DoubleStream.of(finite).min().orElse(0);
        double greatest = DoubleStream.of(finite).max().orElse(1);
        if (!bars && smallest > 0 && span(drawn) >= WIDE) {
            double air = Math.pow(greatest / smallest, AIR); // a mark at the end is drawn whole
            double below = Math.pow(10, Math.floor(Math.log10(smallest / air)));
            double above = Math.pow(10, Math.floor(Math.log10(greatest * air)));
            double from = Math.floor(smallest / air / below) * below; // one digit that counts
            double to = Math.ceil(greatest * air / above) * above;
            return new YAxis(column.title() + " (log scale)", true, from, to, 10, column.share());
        }
        double low = Math.min(0, smallest);
        double high = Math.max(0, greatest);
        if (high == low) {
            high = 1;
        }
        boolean whole = DoubleStream.of(finite).allMatch(value -> value == Math.rint(value));
        double step = Steps.nice((high - low) / MARKS);
        if (whole && step < 1) {
            step = 1;
        }
        double min = Math.floor(low / step + 1e-9) * step;
        double air = high + AIR * (high - low); // above the highest point
        double mark = Math.ceil(high / step - 1e-9) * step;
        double max = mark - air > 0.35 * step ? air : Math.max(mark, air);
        return new YAxis(column.title(), false, min, max, step, column.share());
    }

    private static double span(double... values) {
        double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
        return DoubleStream.of(finite).max().orElse(1)
                / DoubleStream.of(finite).min().orElse(1);
    }

    /// The label of a mark.
    public String label(double value) {
        if (share) {
            return Numbers.axis(value * 100);
        }
        return logarithmic ? Numbers.decade(value) : Numbers.axis(value);
    }

    /// A value as it stands in a table below the title.
    public String number(double value) {
        return Numbers.text(share ? value * 100 : value);
    }

    /// A value as it stands alone.
    public String text(double value) {
        return share ? number(value) + " %" : number(value);
    }
}
