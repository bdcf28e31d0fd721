package advsys.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Measures divided by those of a base.
final class Relative {
    private Relative() {}

    static ResultsData to(ResultsData data, String column, Object value) {
        Frame frame = data.frame();
        if (!column.equals(data.subjectColumn()) && !data.knobs().contains(column)) {
            frame.column(column); // says which columns there are
            throw new IllegalArgumentException("relativeTo(\"" + column + "\", …): a base is chosen by "
                    + data.subjectColumn() + " or a knob, one of " + data.knobs());
        }
        Map<List<@Nullable Object>, Integer> bases = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            if (Frame.same(frame.at(row, column), value)) {
                bases.put(RowsOf.keyWithTrial(data, row, column), row);
            }
        }
        if (bases.isEmpty()) {
            throw new IllegalArgumentException(
                    "relativeTo(\"" + column + "\", " + value + "): no row has that; there are "
                            + frame.column(column).stream().distinct().toList());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < frame.size(); row++) {
            Integer base = bases.get(RowsOf.keyWithTrial(data, row, column));
            List<@Nullable Object> values = new ArrayList<>();
            for (String name : frame.columns()) {
                boolean divides = data.measures().contains(name) && frame.numeric(name);
                values.add(divides ? ratio(frame, row, base, name) : frame.at(row, name));
            }
            rows.add(values);
        }
        return new ResultsData(
                Frame.of(frame.columns(), rows),
                data.subjectColumn(),
                data.knobs(),
                data.measures(),
                data.notes(),
                data.end(),
                column + " = " + value,
                data.origins(),
                data.replay());
    }

    private static @Nullable Double ratio(Frame frame, int row, @Nullable Integer base, String name) {
        if (base == null) {
            return null;
        }
        double ratio = frame.number(row, name) / frame.number(base, name);
        return Double.isFinite(ratio) ? ratio : null;
    }
}
