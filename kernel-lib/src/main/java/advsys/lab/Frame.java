package advsys.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/// Rows with named columns, as plain Java values: what results, traces and outcomes hold, and what charts and text
/// tables read. Immutable. A missing value is null.
///
/// - **Why not a Tablesaw table** The class initialiser of `Table` scans the class path, which takes 1 to 2 s. It is
///   made by [#toTable] when a reader asks for one, and nothing that the lab shows by itself needs it.
/// - **Cost** a column is a list; picking rows copies references.
final class Frame {
    private final List<String> names;
    private final Map<String, List<@Nullable Object>> columns;
    private final int size;

    private Frame(List<String> names, Map<String, List<@Nullable Object>> columns, int size) {
        this.names = names;
        this.columns = columns;
        this.size = size;
    }

    /// The rows, each as long as `columns`.
    ///
    /// @throws IllegalArgumentException if two columns have one name, or a row is longer or shorter
    static Frame of(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        Set<String> distinct = new LinkedHashSet<>(columns);
        if (distinct.size() < columns.size()) {
            throw new IllegalArgumentException("two columns have one name: " + String.join(", ", columns));
        }
        Map<String, List<@Nullable Object>> data = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            List<@Nullable Object> column = new ArrayList<>(rows.size());
            for (List<? extends @Nullable Object> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row has " + row.size() + " values for " + columns.size() + " columns: " + row);
                }
                column.add(row.get(c));
            }
            data.put(columns.get(c), Collections.unmodifiableList(column));
        }
        return new Frame(List.copyOf(columns), data, rows.size());
    }

    List<String> columns() {
        return names;
    }

    int size() {
        return size;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /// The values of one column, in the order of the rows.
    ///
    /// @throws IllegalArgumentException naming the columns there are, if `name` is none of them
    List<@Nullable Object> column(String name) {
        List<@Nullable Object> column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "there is no column \"" + name + "\"; the columns are " + String.join(", ", names));
        }
        return column;
    }

    @Nullable
    Object at(int row, String column) {
        return column(column).get(row);
    }

    /// The value as a number; NaN when it is missing or not a number. True is 1, false is 0.
    double number(int row, String column) {
        return number(at(row, column));
    }

    static double number(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1 : 0;
            case null, default -> Double.NaN;
        };
    }

    /// True when every value that is present is a number, and one is present.
    boolean numeric(String column) {
        List<@Nullable Object> present =
                column(column).stream().filter(Objects::nonNull).toList();
        return !present.isEmpty() && present.stream().allMatch(Number.class::isInstance);
    }

    /// The rows whose `column` is `value`; numbers compare by value and everything else by its text, so that 4, 4.0 and
    /// "4" are the same.
    Frame where(String column, @Nullable Object value) {
        List<@Nullable Object> values = column(column);
        return keep(row -> same(values.get(row), value));
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return Objects.equals(one, other)
                || (one != null && other != null && one.toString().equals(other.toString()));
    }

    /// The rows of which `row` says yes.
    Frame keep(IntPredicate row) {
        int[] kept = IntStream.range(0, size).filter(row).toArray();
        Map<String, List<@Nullable Object>> data = new HashMap<>();
        columns.forEach((name, column) -> {
            List<@Nullable Object> values = new ArrayList<>(kept.length);
            for (int index : kept) {
                values.add(column.get(index));
            }
            data.put(name, Collections.unmodifiableList(values));
        });
        return new Frame(names, data, kept.length);
    }

    /// A Tablesaw table with the same rows.
    Table toTable(String name) {
        return FrameTable.of(this, name);
    }
}
