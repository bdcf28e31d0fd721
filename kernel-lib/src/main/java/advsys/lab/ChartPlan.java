package advsys.lab;

import advsys.lab.chart.Picture;
import advsys.lab.show.Plain;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What the reader asked a chart for, checked against the rows. The texts of its errors name the remedy.
///
/// @param by the column that tells the series apart, or empty
/// @param panels the column that tells the panels apart, or empty
record ChartPlan(Picture.Kind kind, Charted rows, String x, String y, String by, String panels) {
    static final int SERIES = 5; // that colours, dashes and a reader keep apart
    private static final int PANELS = 6;
    private static final int SLOTS = 30;

    /// The plan, with the subject as `by` when nothing else tells the subjects apart.
    ///
    /// @throws IllegalArgumentException if a column is not there or not a number, if there are no rows, or if rows
    ///     of different settings would be mixed
    static ChartPlan of(Picture.Kind kind, Charted rows, String x, String y, String by, String panels) {
        checkColumns(rows, x, y, by, panels);
        Frame frame = rows.frame();
        String series = by;
        if (series.isEmpty()
                && !rows.subject().isEmpty()
                && !List.of(x, panels).contains(rows.subject())
                && values(frame, rows.subject()) > 1) {
            series = rows.subject();
        }
        for (String setting : rows.settings()) {
            if (!List.of(x, series, panels).contains(setting) && values(frame, setting) > 1) {
                throw new IllegalArgumentException("the rows differ in " + setting + " (" + list(frame, setting)
                        + "), which the chart would mix: add .panels(\"" + setting + "\") or .by(\"" + setting
                        + "\"), or choose one with where(\"" + setting + "\", …)");
            }
        }
        String drawn = series;
        Frame whole = frame.keep(row -> present(frame.at(row, x))
                && (drawn.isEmpty() || frame.at(row, drawn) != null)
                && (panels.isEmpty() || frame.at(row, panels) != null));
        if (whole.size() == 0) {
            throw new IllegalArgumentException("no row has a value of " + x + ": there is nothing to draw");
        }
        Charted placed = new Charted(whole, rows.subject(), rows.settings(), rows.gather(), rows.remark());
        return new ChartPlan(kind, placed, x, y, series, panels);
    }

    /// Refuses what no [Chart#by] or [Chart#panels] to come can mend.
    ///
    /// @throws IllegalArgumentException if a column is not there or not a number, or if there are no rows
    static void checkColumns(Charted rows, String x, String y, String by, String panels) {
        Frame frame = rows.frame();
        if (frame.size() > 0 && !frame.has(y) && nothingEnded(frame)) {
            throw new IllegalArgumentException("no trial ended, so nothing was measured that could be called \"" + y
                    + "\": the results themselves say what hung or threw, and where");
        }
        for (String column : List.of(x, y, by, panels)) {
            if (!column.isEmpty()) {
                frame.column(column); // complains
            }
        }
        if (frame.size() == 0) {
            throw new IllegalArgumentException(
                    "there are no rows to chart: check the last where(…), or that the run was not interrupted at once");
        }
        checkNumbers(frame, y);
    }

    private static boolean present(@org.jspecify.annotations.Nullable Object value) {
        return value != null && !(value instanceof Number number && !Double.isFinite(number.doubleValue()));
    }

    private static boolean nothingEnded(Frame frame) {
        return frame.has(Charted.OUTCOME) && !frame.column(Charted.OUTCOME).contains(Charted.OK);
    }

    private static void checkNumbers(Frame frame, String y) {
        boolean text = frame.column(y).stream()
                .filter(Objects::nonNull)
                .anyMatch(value -> !(value instanceof Number) && !(value instanceof Boolean));
        if (text) {
            String numbers = frame.columns().stream().filter(frame::numeric).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("\"" + y + "\" is not a column of numbers, which y must be"
                    + (numbers.isEmpty() ? "" : "; numbers are in " + numbers));
        }
    }

    private static long values(Frame frame, String column) {
        return frame.column(column).stream().distinct().count();
    }

    private static String list(Frame frame, String column) {
        return list(
                frame.column(column).stream().map(String::valueOf).distinct().toList());
    }

    private static String list(List<String> names) {
        String some = names.stream().limit(8).map(name -> Plain.line(name, 30)).collect(Collectors.joining(", "));
        return names.size() > 8 ? some + ", …" : some;
    }

    /// Refuses what nobody could read.
    void checkSize(int slots, List<String> strands, List<String> panelNames) {
        if (strands.size() > SERIES) {
            throw new IllegalArgumentException(strands.size() + " series by " + by + " (" + list(strands)
                    + "), and a chart shows at most " + SERIES + ": choose some with where(\"" + by
                    + "\", …), or give each a panel with panels(\"" + by + "\")");
        }
        if (panelNames.size() > PANELS) {
            throw new IllegalArgumentException(panelNames.size() + " panels by " + panels + " (" + list(panelNames)
                    + "), and a chart shows at most " + PANELS + ": choose some with where(\"" + panels + "\", …)");
        }
        if (slots > SLOTS && kind.slots()) {
            throw new IllegalArgumentException(slots + " values of " + x + " are too many for a " + kind.words() + " ("
                    + SLOTS + "): use Chart.lines, or choose some with where(\"" + x + "\", …)");
        }
    }
}
