package advsys.workbook.rerun;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of texts in columns, for a terminal.
final class Columns {
    private Columns() {}

    /// The rows in columns as wide as they need, the first one above a rule; empty columns are left out.
    static String of(List<List<String>> rows) {
        List<Integer> shown = IntStream.range(0, rows.getFirst().size())
                .filter(column ->
                        rows.stream().skip(1).anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
        StringBuilder out = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            out.append(shown.stream()
                            .map(column -> padded(row.get(column), width(rows, column)))
                            .collect(Collectors.joining("  "))
                            .stripTrailing())
                    .append('\n');
            if (r == 0) {
                out.append(shown.stream()
                                .map(column -> "─".repeat(width(rows, column)))
                                .collect(Collectors.joining("  ")))
                        .append('\n');
            }
        }
        return out.toString().stripTrailing();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
