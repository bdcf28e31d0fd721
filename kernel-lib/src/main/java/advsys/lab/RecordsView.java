package advsys.lab;

import advsys.lab.show.Grid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Records as tables: one as the list of its components, several of one class as rows.
final class RecordsView {
    private static final int ROWS = 50;

    private RecordsView() {}

    /// True for a list, not empty, of records of one class.
    static boolean records(List<?> list) {
        Object first = list.isEmpty() ? null : list.getFirst();
        return first instanceof Record
                && list.stream().allMatch(row -> row != null && row.getClass() == first.getClass());
    }

    /// One record: its own text, and a table of its components.
    static Bundle of(Record row) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            rows.add(Arrays.asList(component.getName(), value(component, row)));
        }
        String text = String.valueOf(row);
        return rows.isEmpty()
                ? Bundle.text(text)
                : Bundle.html(
                        Grid.of(List.of(row.getClass().getSimpleName(), ""), rows, ROWS)
                                .html(),
                        text);
    }

    /// Records of one class: a row each.
    static Bundle of(List<?> list) {
        Grid grid = grid(list, ROWS);
        return Bundle.html(grid.html(), grid.text());
    }

    /// The table of at most `limit` of the records.
    static Grid grid(List<?> list, int limit) {
        RecordComponent[] components =
                Objects.requireNonNull(list.getFirst()).getClass().getRecordComponents();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object row : list) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (RecordComponent component : components) {
                cells.add(rows.size() < limit ? value(component, row) : null); // no accessor runs for what is cut
            }
            rows.add(cells);
        }
        return Grid.of(Arrays.stream(components).map(RecordComponent::getName).toList(), rows, limit);
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // a record may be private to a cell or a class
            return accessor.invoke(row);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(
                    component.getName() + "() of " + row.getClass().getSimpleName() + " failed", failed.getCause());
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return "(not accessible)";
        }
    }
}
