package advsys.lab;

import advsys.lab.chart.Canvas;
import advsys.lab.chart.Picture;
import advsys.lab.chart.Sheet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/// A chart of rows: medians with their spread, drawn by XChart.
///
///     Chart.lines(run, "threads", "acquisitionsPerMicrosecond").by("lock")
///
/// - **Guarantee** y begins at 0 unless values are negative or span two orders of magnitude (then the axis is
///   logarithmic and says so); the spread is always drawn; at most five series, which differ in colour, dash and
///   marker; trials that hung or threw leave a gap with a mark and a note, they are never left out silently; rows of
///   different settings are never mixed. In a notebook it is a PNG of twice its size with the same as a text table.
/// - **Cost** 30 to 60 ms, the first about 200 ms more; nothing is drawn before it is shown.
/// - **Errors** [IllegalArgumentException] names the column or the number that is wrong, and the remedy.
/// - **Source** W. Cleveland, "The Elements of Graphing Data", 1985; M. Okabe, K. Ito, "Color Universal Design", 2008.
public final class Chart implements Shown {
    private final Picture.Kind kind;
    private final Charted rows;
    private final String x;
    private final String y;
    private final String by;
    private final String panels;
    private final @Nullable Results results;
    private final List<Claim> claims;

    Chart(Picture.Kind kind, Charted rows, String x, String y, String by, String panels) {
        this(kind, rows, x, y, by, panels, null, List.of());
        plan();
    }

    private Chart(
            Picture.Kind kind,
            Charted rows,
            String x,
            String y,
            String by,
            String panels,
            @Nullable Results results,
            List<Claim> claims) {
        this.kind = kind;
        this.rows = rows;
        this.x = x;
        this.y = y;
        this.by = by;
        this.panels = panels;
        this.results = results;
        this.claims = claims;
        if (claims.isEmpty()) { // by and panels may follow, and tell apart what would be mixed now
            ChartPlan.checkColumns(rows, x, y, by, panels);
        } else {
            ChartClaims.of(plan(), results, claims); // what is wrong is told where it is written, not where it is shown
        }
    }

    private static Chart of(Picture.Kind kind, Rows rows, String x, String y) {
        Results results = rows instanceof Results measured ? measured : null;
        return new Chart(kind, ChartRows.of(rows), x, y, "", "", results, List.of());
    }

    /// Medians joined by lines, over a number.
    public static Chart lines(Rows rows, String x, String y) {
        return of(Picture.Kind.LINES, rows, x, y);
    }

    /// Values that hold until the next, over time.
    public static Chart steps(Rows rows, String x, String y) {
        return of(Picture.Kind.STEPS, rows, x, y);
    }

    /// Medians, or counts, as bars side by side.
    public static Chart bars(Rows rows, String x, String y) {
        return of(Picture.Kind.BARS, rows, x, y);
    }

    /// Every single trial as a dot, with the median and its interval.
    public static Chart spread(Rows rows, String x, String y) {
        return of(Picture.Kind.SPREAD, rows, x, y);
    }

    /// One series for each value of `column`. Without it there is one for each subject.
    public Chart by(String column) {
        return new Chart(kind, rows, x, y, column, panels, results, claims);
    }

    /// One panel for each value of `column`, all with the same axes.
    public Chart panels(String column) {
        return new Chart(kind, rows, x, y, by, column, results, claims);
    }

    /// With what was predicted, published or estimated drawn over it, and below a sentence for each on how it agrees.
    /// Say [#by] and [#panels] first: a claim is looked up in what the chart shows.
    ///
    /// @throws IllegalArgumentException if a claim names what is not in the rows, with what is
    public Chart against(Claim... more) {
        List<Claim> all = new ArrayList<>(claims);
        all.addAll(List.of(more));
        return new Chart(kind, rows, x, y, by, panels, results, List.copyOf(all));
    }

    private ChartPlan plan() {
        return ChartPlan.of(kind, rows, x, y, by, panels);
    }

    /// The chart as XChart's own object, new at every call: change it, save it, or show it in a window by XChart's own
    /// methods. Its series carry the medians under the names of the legend.
    ///
    /// @throws IllegalStateException if there are panels: use [#xcharts]
    public XYChart xchart() {
        List<XYChart> charts = xcharts();
        if (charts.size() > 1) {
            throw new IllegalStateException("this chart has " + charts.size() + " panels: xcharts() gives all of them");
        }
        return charts.getFirst();
    }

    /// The panels as XChart's own objects, new at every call.
    public List<XYChart> xcharts() {
        return pictures().stream().<XYChart>map(Sheet::of).toList();
    }

    private List<Picture> pictures() {
        ChartPlan plan = plan();
        return ChartData.pictures(plan, ChartClaims.of(plan, results, claims));
    }

    @Override
    public Bundle shown() {
        Bundle chart = picture();
        return claims.isEmpty()
                ? chart
                : chart.with(
                        ChartClaims.MIME,
                        ChartClaims.of(plan(), results, claims).json());
    }

    private Bundle picture() {
        List<Picture> pictures = pictures();
        String text = ChartText.table(pictures, x, panels);
        String sentence = ChartText.sentence(pictures);
        try {
            Canvas canvas = Canvas.of(pictures);
            return Bundle.png(canvas.png(), canvas.width(), canvas.height(), text + "\n" + sentence, sentence);
        } catch (RuntimeException | InternalError | LinkageError noFonts) { // a JDK without the parts that draw text
            return Bundle.text(text + "\n" + sentence + "\n\nThe picture could not be drawn: " + noFonts
                    + "\nOn Linux this host may lack fonts: install the packages fontconfig and fonts-dejavu-core.");
        }
    }
}
