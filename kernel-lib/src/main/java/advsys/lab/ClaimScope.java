package advsys.lab;

import advsys.lab.chart.Picture;
import advsys.lab.chart.Point;
import advsys.lab.show.ColumnName;
import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows on which a claim is judged, and which of their columns are x, y and the series: those of a chart, of one
/// of its panels, or what the rows themselves suggest.
///
/// @param results the same rows as results, where they are results
/// @param panel the value of the panel's column; null when all panels are meant
record ClaimScope(
        ChartPlan plan, @Nullable Results results, @Nullable Object panel) {
    /// What one would chart first: the first number measured, over the knob that varies, by subject.
    static ClaimScope of(Rows rows) {
        Charted charted = ChartRows.of(rows);
        Frame frame = charted.frame();
        if (rows instanceof Results results) {
            String y = results.measures().stream()
                    .filter(column -> frame.has(column) && frame.numeric(column))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("these rows have no measured numbers to judge by"));
            List<String> factors = results.factors();
            String x = factors.isEmpty() ? charted.subject() : factors.getFirst();
            if (x.isEmpty()) {
                x = frame.columns().getFirst();
            }
            return new ClaimScope(ChartPlan.of(Picture.Kind.BARS, charted, x, y, "", ""), results, null);
        }
        String y = frame.columns().reversed().stream()
                .filter(frame::numeric)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("these rows have no numbers to judge by"));
        String x = frame.columns().getFirst();
        return new ClaimScope(ChartPlan.of(Picture.Kind.BARS, charted, x, y, "", ""), null, null);
    }

    /// The same, in one panel.
    ClaimScope in(Object value) {
        return new ClaimScope(plan, results, value);
    }

    /// The rows of the panel, or all.
    Frame frame() {
        Frame all = plan.rows().frame();
        return panel == null ? all : all.where(plan.panels(), panel);
    }

    /// The columns that a place may be given in, the series first.
    List<String> keys() {
        Set<String> keys = new LinkedHashSet<>(
                List.of(plan.by(), plan.x(), plan.panels(), plan.rows().subject()));
        keys.remove("");
        return List.copyOf(keys);
    }

    /// The values of a column, in the order of the chart's axis or legend.
    List<Object> values(String column) {
        List<Object> values = new ArrayList<>();
        for (@Nullable Object value : plan.rows().frame().column(column)) {
            if (value != null && values.stream().noneMatch(seen -> Frame.same(seen, value))) {
                values.add(value);
            }
        }
        if (plan.rows().frame().numeric(column)) {
            values.sort(Comparator.comparingDouble(Frame::number));
        }
        return values;
    }

    /// The values of x.
    List<Object> xs() {
        return values(plan.x());
    }

    /// The names of the series; empty when there is one without a name.
    List<Object> series() {
        return plan.by().isEmpty() ? List.of() : values(plan.by());
    }

    /// The number of the series in the legend, 0 when there is only one.
    int strand(@Nullable Object series) {
        List<Object> all = series();
        return series == null
                ? 0
                : Math.max(
                        0,
                        IntStream.range(0, all.size())
                                .filter(i -> Frame.same(all.get(i), series))
                                .findFirst()
                                .orElse(0));
    }

    /// Where on the axis an x stands: its value, or the number of its slot.
    double position(Object x) {
        if (plan.rows().frame().numeric(plan.x()) && !plan.kind().slots()) {
            return Frame.number(x);
        }
        List<Object> xs = xs();
        return IntStream.range(0, xs.size())
                .filter(i -> Frame.same(xs.get(i), x))
                .findFirst()
                .orElseThrow();
    }

    /// What the rows at a place say; a gap when there are none.
    Point at(Map<String, Object> place) {
        Frame rows = frame();
        for (Map.Entry<String, Object> each : place.entrySet()) {
            rows = rows.where(each.getKey(), each.getValue());
        }
        Tally tally = new Tally();
        for (int row = 0; row < rows.size(); row++) {
            tally.add(rows.number(row, plan.y()), "");
        }
        return tally.point(0, plan.rows().gather());
    }

    /// How numbers of a claim about `words` are to be read.
    ClaimScale scale(String words, List<Double> numbers) {
        double[] finite = IntStream.range(0, plan.rows().frame().size())
                .mapToDouble(row -> plan.rows().frame().number(row, plan.y()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        boolean share = finite.length > 0
                && plan.rows().remark().isEmpty()
                && ColumnName.of(plan.y(), finite[0], finite[finite.length - 1]).share();
        boolean relative = !plan.rows().remark().isEmpty();
        boolean words100 = words.contains("%") || words.matches("(?i).*\\bper ?cent\\b.*");
        boolean above = numbers.stream().anyMatch(number -> Math.abs(number) > 1);
        return new ClaimScale((share && (words100 || above)) || (relative && words100), share);
    }

    /// "threads 4" or "TasLock": a value as one says it.
    String words(String column, Object value) {
        boolean number = value instanceof Number;
        return number ? ColumnName.of(column).title() + " " + Numbers.axis(Frame.number(value)) : Numbers.text(value);
    }
}
