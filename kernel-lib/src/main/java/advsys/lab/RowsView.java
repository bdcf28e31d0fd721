package advsys.lab;

import advsys.lab.show.Grid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as they are.
final class RowsView {
    private RowsView() {}

    /// A table of at most `limit` rows.
    static Grid grid(Frame frame, int limit) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < frame.size(); row++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (String column : frame.columns()) {
                cells.add(frame.at(row, column));
            }
            rows.add(cells);
        }
        return Grid.of(frame.columns(), rows, limit);
    }
}
