package advsys.lab;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A [Frame] as a Tablesaw table: each column gets the narrowest of int, long, double, boolean and text that holds it.
final class FrameTable {
    private FrameTable() {}

    static Table of(Frame frame, String name) {
        Table table = Table.create(name);
        for (String column : frame.columns()) {
            table.addColumns(column(column, frame.column(column)));
        }
        return table;
    }

    private static Column<?> column(String name, List<@Nullable Object> values) {
        if (all(values, Boolean.class::isInstance)) {
            BooleanColumn column = BooleanColumn.create(name);
            values.forEach(value -> append(column, value, () -> column.append((Boolean) value)));
            return column;
        }
        if (all(values, value -> value instanceof Integer || value instanceof Short || value instanceof Byte)) {
            IntColumn column = IntColumn.create(name);
            values.forEach(value -> append(column, value, () -> column.append(((Number) value).intValue())));
            return column;
        }
        if (all(values, value -> value instanceof Long || value instanceof Integer)) {
            LongColumn column = LongColumn.create(name);
            values.forEach(value -> append(column, value, () -> column.append(((Number) value).longValue())));
            return column;
        }
        if (all(values, Number.class::isInstance)) {
            DoubleColumn column = DoubleColumn.create(name);
            values.forEach(value -> append(column, value, () -> column.append(((Number) value).doubleValue())));
            return column;
        }
        StringColumn column = StringColumn.create(name);
        values.forEach(value -> append(column, value, () -> column.append(String.valueOf(value))));
        return column;
    }

    private static boolean all(List<@Nullable Object> values, Predicate<Object> kind) {
        List<Object> present = values.stream().filter(Objects::nonNull).toList();
        return !present.isEmpty() && present.stream().allMatch(kind);
    }

    private static void append(Column<?> column, @Nullable Object value, Runnable present) {
        if (value == null) {
            column.appendMissing();
        } else {
            present.run();
        }
    }
}
