package advsys.lab;

import advsys.lab.show.Grid;
import advsys.lab.show.Html;
import advsys.lab.show.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A Tablesaw table: its name and size, and its first rows.
final class TableView {
    private static final int ROWS = 30;

    private TableView() {}

    static Bundle of(Object table) {
        return of((Table) table);
    }

    private static Bundle of(Table table) {
        String title = Plain.line(table.name() == null ? "table" : table.name(), 60) + ": " + table.rowCount()
                + " rows, " + table.columnCount() + " columns";
        int shown = Math.min(ROWS + 1, table.rowCount());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < shown; row++) {
            rows.add(cells(table, row));
        }
        IntStream.range(shown, table.rowCount()).forEach(row -> rows.add(List.of())); // counted, not read
        if (table.columnCount() == 0) {
            return Bundle.html(Html.note(title), title);
        }
        Grid grid = Grid.of(table.columnNames(), rows, ROWS);
        return Bundle.html(Html.note(title) + grid.html(), title + "\n" + grid.text());
    }

    private static List<@Nullable Object> cells(Table table, int row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            cells.add(column.isMissing(row) ? null : column.get(row));
        }
        return cells;
    }
}
