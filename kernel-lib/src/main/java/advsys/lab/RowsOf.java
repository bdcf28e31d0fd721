package advsys.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Frames made from other frames.
final class RowsOf {
    private RowsOf() {}

    /// The rows with these numbers, in this order.
    static Frame pick(Frame frame, List<Integer> rows) {
        List<List<@Nullable Object>> picked = new ArrayList<>();
        for (int row : rows) {
            picked.add(values(frame, row));
        }
        return Frame.of(frame.columns(), picked);
    }

    static List<@Nullable Object> values(Frame frame, int row) {
        List<@Nullable Object> values = new ArrayList<>();
        frame.columns().forEach(column -> values.add(frame.at(row, column)));
        return values;
    }

    /// What tells one row's circumstances from another's: the subject and the knobs, without `except`.
    static List<@Nullable Object> key(ResultsData data, int row, String except) {
        List<@Nullable Object> key = new ArrayList<>();
        if (!data.subjectColumn().isEmpty() && !data.subjectColumn().equals(except)) {
            key.add(data.frame().at(row, data.subjectColumn()));
        }
        for (String knob : data.knobs()) {
            if (!knob.equals(except)) {
                key.add(data.frame().at(row, knob));
            }
        }
        return key;
    }

    /// The same, and which trial it was.
    static List<@Nullable Object> keyWithTrial(ResultsData data, int row, String except) {
        List<@Nullable Object> key = key(data, row, except);
        if (data.frame().has("trial")) {
            key.add(data.frame().at(row, "trial"));
        }
        return key;
    }
}
