package advsys.lab.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A small table for people, as aligned text and as HTML. Columns of numbers stand to the right.
///
/// - **Guarantee** whatever the cells hold, text has one line per row below a rule of `─`, and HTML is escaped and
///   styled inline. Cells are cut at 60 characters, tables at the given number of rows, and say so. A wide table folds
///   its head and its figures, and scrolls where that is not enough.
public final class Grid {
    private static final int CELL = 60;
    private static final int SHORT = 12; // not worth a second line

    private final List<String> head;
    private final List<List<Cell>> rows;
    private final boolean[] right;
    private final int left; // rows that were cut

    private Grid(List<String> head, List<List<Cell>> rows, boolean[] right, int left) {
        this.head = head;
        this.rows = rows;
        this.right = right;
        this.left = left;
    }

    /// The table of at most `limit` of `rows`, each as long as `head`.
    public static Grid of(List<String> head, List<? extends List<? extends @Nullable Object>> rows, int limit) {
        List<List<Cell>> cells = new ArrayList<>();
        for (List<? extends @Nullable Object> row : rows.subList(0, Math.min(limit, rows.size()))) {
            cells.add(row.stream()
                    .map(cell -> new Cell(Plain.line(Numbers.text(cell), CELL), cell instanceof Marked))
                    .toList());
        }
        boolean[] right = new boolean[head.size()];
        for (int column = 0; column < right.length; column++) {
            int at = column;
            right[at] = rows.stream().limit(limit).map(row -> row.get(at)).allMatch(Grid::number)
                    && rows.stream().limit(limit).anyMatch(row -> row.get(at) != null);
        }
        List<String> titles =
                head.stream().map(title -> Plain.line(title, CELL)).toList();
        return new Grid(titles, cells, right, rows.size() - cells.size());
    }

    /// A cell that is text and is aligned like a number: `45.2 [44, 46]`.
    public record Figure(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /// A cell that stands out: bold, on a tinted ground. The text must say why, for those who see neither.
    ///
    /// @param figure true to align it like a number
    public record Marked(String text, boolean figure) {
        @Override
        public String toString() {
            return text;
        }
    }

    private record Cell(String text, boolean marked) {
        /// A line may end before an interval, and within it only where there is no other place.
        String html() {
            int interval = text.indexOf(" [");
            String html = interval > 0 && text.endsWith("]")
                    ? Html.text(text.substring(0, interval)) + " <span style=\"display:inline-block\">"
                            + Html.text(text.substring(interval + 1)) + "</span>"
                    : Html.text(text);
            return marked ? "<b>" + html + "</b>" : html;
        }

        String style() {
            return (marked ? "background-color:" + Html.MARK + ";" : "")
                    + (text.length() <= SHORT ? "white-space:nowrap;" : "");
        }
    }

    private static boolean number(@Nullable Object cell) {
        return cell == null
                || cell instanceof Number
                || cell instanceof Figure
                || (cell instanceof Marked marked && marked.figure);
    }

    /// What was cut, or nothing.
    private String cut() {
        return left == 0 ? "" : "… and " + left + (left == 1 ? " more row" : " more rows");
    }

    /// Aligned text: the head, a rule, a line for each row, and what was cut. Ends with a line break.
    public String text() {
        int[] widths = new int[head.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[at] = IntStream.concat(
                            IntStream.of(Plain.width(head.get(at))),
                            rows.stream()
                                    .mapToInt(row -> Plain.width(row.get(at).text())))
                    .max()
                    .orElse(0);
        }
        StringBuilder text = new StringBuilder();
        line(text, head, widths);
        int rule = Arrays.stream(widths).sum() + 2 * Math.max(0, widths.length - 1);
        text.append("─".repeat(Math.max(1, rule))).append('\n');
        rows.forEach(row -> line(text, row.stream().map(Cell::text).toList(), widths));
        if (left > 0) {
            text.append('\n').append(cut()).append('\n');
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - Plain.width(cell));
            line.append(column == 0 ? "" : "  ");
            line.append(right[column] ? padding + cell : cell + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /// The same as an HTML table.
    public String html() {
        StringBuilder html = new StringBuilder("<div style=\"overflow-x:auto;max-width:100%\">"
                + "<table style=\"border-collapse:collapse;margin:4px 0;font-size:100%;text-align:left\">");
        html.append("<thead><tr>");
        for (int column = 0; column < head.size(); column++) {
            html.append("<th style=\"")
                    .append(align(column))
                    .append("padding:3px 10px;font-weight:bold;vertical-align:bottom;border-bottom:1px solid ")
                    .append(Html.FAINT)
                    .append("\">")
                    .append(folding(head.get(column)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<Cell> row : rows) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append("<td style=\"")
                        .append(align(column))
                        .append(row.get(column).style())
                        .append("padding:2px 10px;vertical-align:top\">")
                        .append(row.get(column).html())
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table></div>");
        return left == 0 ? html.toString() : html + Html.note(cut());
    }

    /// A name of several words may be broken between them: `acquisitions|Per|Microsecond`.
    private static String folding(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])"))
                .map(Html::text)
                .collect(Collectors.joining("<wbr>"));
    }

    private String align(int column) {
        return right[column] ? "text-align:right;" : "text-align:left;";
    }
}
