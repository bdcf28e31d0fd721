package advsys.lab.chart;

import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// The x axis: numbers on a linear or a logarithmic scale, or one slot for each category.
///
/// @param min where the axis begins, with a margin
/// @param max where it ends
/// @param ticks what is marked; labels that would overlap are left out when drawn
/// @param slots one slot each: labels may take several lines
public record XAxis(String title, boolean logarithmic, double min, double max, List<Tick> ticks, boolean slots) {
    /// A mark with its label.
    public record Tick(double at, String label) {}

    private static final int MARKED_VALUES = 12; // so many measured values are all marked; more get round numbers
    private static final double CROWDED =
            0.2; // the middle value lies in the first fifth: equal ratios, not equal steps

    /// One slot for each label.
    public static XAxis categories(String title, List<String> labels) {
        List<Tick> ticks = new ArrayList<>();
        for (int slot = 0; slot < labels.size(); slot++) {
            ticks.add(new Tick(slot, labels.get(slot)));
        }
        return new XAxis(title, false, -0.6, labels.size() - 0.4, ticks, true);
    }

    /// An axis for these distinct values in ascending order; logarithmic, and saying so, when they grow by ratios.
    public static XAxis numbers(String title, double... values) {
        double first = values[0];
        double last = values[values.length - 1];
        if (values.length == 1) {
            double margin = first == 0 ? 1 : Math.abs(first) / 2;
            return new XAxis(title, false, first - margin, first + margin, List.of(tick(first)), false);
        }
        double middle = values[values.length / 2];
        boolean ratios =
                values.length > 2 && first > 0 && last / first >= 16 && (middle - first) / (last - first) <= CROWDED;
        if (ratios) {
            double margin = Math.pow(last / first, 0.04);
            return new XAxis(
                    title + " (log scale)", true, first / margin, last * margin, logarithmicTicks(values), false);
        }
        double margin = (last - first) * 0.04;
        List<Tick> ticks = values.length <= MARKED_VALUES
                ? DoubleStream.of(values).mapToObj(XAxis::tick).toList()
                : Steps.between(first, last, Steps.nice((last - first) / 7))
                        .mapToObj(XAxis::tick)
                        .toList();
        return new XAxis(title, false, first - margin, last + margin, ticks, false);
    }

    private static List<Tick> logarithmicTicks(double... values) {
        if (values.length <= MARKED_VALUES) {
            return DoubleStream.of(values).mapToObj(XAxis::tick).toList();
        }
        List<Tick> ticks = new ArrayList<>();
        int from = (int) Math.ceil(Math.log10(values[0]) - 1e-9);
        int to = (int) Math.floor(Math.log10(values[values.length - 1]) + 1e-9);
        for (int exponent = from; exponent <= to; exponent++) {
            double decade = Math.pow(10, exponent);
            ticks.add(new Tick(decade, Numbers.decade(decade)));
        }
        return ticks.size() >= 2 ? ticks : List.of(tick(values[0]), tick(values[values.length - 1]));
    }

    private static Tick tick(double value) {
        return new Tick(value, Numbers.axis(value));
    }
}
