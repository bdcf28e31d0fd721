package advsys.lab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.HashSet;
import java.util.Set;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// The series of an XChart chart: for each strand one under its own name with the medians, and, below it, one called
/// *name interval* with the spread. Several pieces in one series are kept apart by points without a y.
final class Layers {
    private static final int MARKED_POINTS = 16; // on a line; more would be a rope of markers
    private static final int SEPARATE_INTERVALS = 16; // more are drawn as one band
    private static final BasicStroke INTERVAL = new BasicStroke(8, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke WHISKER = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final XYChart chart;
    private final Picture picture;
    private final Set<String> names = new HashSet<>();

    private Layers(XYChart chart, Picture picture) {
        this.chart = chart;
        this.picture = picture;
    }

    static void add(XYChart chart, Picture picture) {
        Layers layers = new Layers(chart, picture);
        switch (picture.kind()) {
            case LINES, STEPS -> {
                layers.each(layers::spread); // all of it first: no line may vanish behind another's interval
                layers.each(layers::line);
            }
            case BARS -> {
                layers.each(layers::bars);
                layers.each(layers::whiskers);
            }
            case SPREAD -> {
                layers.each(layers::cloud);
                layers.each(layers::whiskers);
                layers.each(layers::median);
            }
        }
    }

    private interface Layer {
        void add(int number, Strand strand);
    }

    private void each(Layer layer) {
        for (int s = 0; s < picture.strands().size(); s++) {
            Strand strand = picture.strands().get(s);
            if (!strand.points().stream().allMatch(Point::gap)) { // XChart has no series without a number
                layer.add(s, strand);
            }
        }
    }

    /// True when each point has a marker.
    static boolean marked(Picture picture) {
        return picture.strands().stream().allMatch(strand -> strand.points().size() <= MARKED_POINTS);
    }

    private void spread(int s, Strand strand) {
        if (picture.kind() == Picture.Kind.LINES && strand.points().size() > SEPARATE_INTERVALS) {
            band(strand);
        } else {
            intervals(s, strand, Theme.veil(strand.style(), 80), INTERVAL);
        }
    }

    private void line(int s, Strand strand) {
        Trail trail = new Trail();
        strand.points().forEach(point -> trail.to(point.x(), point.median()));
        XYSeries line = series(strand.name(), "", trail);
        boolean step = picture.kind() == Picture.Kind.STEPS;
        line.setXYSeriesRenderStyle(step ? XYSeriesRenderStyle.Step : XYSeriesRenderStyle.Line);
        line.setLineColor(Theme.color(strand.style()));
        line.setLineStyle(Theme.stroke(strand.style()));
        line.setMarkerColor(Theme.color(strand.style()));
        line.setMarker(marked(picture) ? Mark.of(strand.style()) : SeriesMarkers.NONE);
    }

    private void whiskers(int s, Strand strand) {
        intervals(s, strand, Theme.INK, WHISKER);
    }

    private void bars(int s, Strand strand) {
        double half = Math.min(0.3, 0.46 * Slots.share(picture));
        Trail trail = new Trail();
        for (Point point : strand.points()) {
            if (!point.gap()) {
                double x = point.x() + Slots.offset(picture, s);
                trail.to(x - half, 0);
                trail.to(x - half, point.median());
                trail.to(x + half, point.median());
                trail.to(x + half, 0);
                trail.lift();
            }
        }
        XYSeries bars = series(strand.name(), "", trail);
        bars.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        bars.setFillColor(Theme.color(strand.style()));
        hideLine(bars);
    }

    private void cloud(int s, Strand strand) {
        double share = Slots.share(picture);
        Trail trail = new Trail();
        for (Point point : strand.points()) {
            for (int i = 0; i < point.n(); i++) {
                // spread sideways by the golden ratio: even, and the same in every drawing
                double sideways = point.n() == 1 ? 0 : ((i * 0.618034) % 1 - 0.5) * 0.55 * share;
                trail.to(
                        point.x() + Slots.offset(picture, s) + sideways,
                        point.values().get(i));
            }
        }
        XYSeries trials = series(strand.name(), " trials", trail);
        trials.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        hideLine(trials);
        trials.setMarker(Mark.DOT);
        trials.setMarkerColor(Theme.veil(strand.style(), 120));
    }

    private void median(int s, Strand strand) {
        Trail medians = new Trail();
        strand.points().forEach(point -> medians.to(point.x() + Slots.offset(picture, s), point.median()));
        XYSeries median = series(strand.name(), "", medians);
        median.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        hideLine(median);
        median.setMarker(Mark.DASH);
        median.setMarkerColor(Theme.INK);
    }

    private void intervals(int s, Strand strand, Color color, BasicStroke stroke) {
        Trail trail = new Trail();
        for (Point point : strand.points()) {
            if (point.low() < point.high()) {
                trail.to(point.x() + Slots.offset(picture, s), point.low());
                trail.to(point.x() + Slots.offset(picture, s), point.high());
                trail.lift();
            }
        }
        if (trail.empty()) {
            return;
        }
        XYSeries intervals = series(strand.name(), " interval", trail);
        intervals.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        intervals.setLineColor(color);
        intervals.setLineStyle(stroke);
        intervals.setMarker(SeriesMarkers.NONE);
        intervals.setShowInLegend(false);
    }

    private void band(Strand strand) {
        XYSeries band = series(strand.name(), " interval", Trail.around(strand.points()));
        band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        band.setFillColor(Theme.veil(strand.style(), 60));
        hideLine(band);
        band.setShowInLegend(false);
    }

    private static void hideLine(XYSeries series) {
        series.setLineStyle(SeriesLines.NONE);
        series.setLineColor(Theme.INK);
        series.setMarker(SeriesMarkers.NONE);
    }

    private XYSeries series(String strand, String suffix, Trail trail) {
        String wanted = (strand.isEmpty() ? picture.y().title() : strand) + suffix;
        String name = wanted;
        for (int copy = 2; !names.add(name); copy++) {
            name = wanted + " (" + copy + ")"; // a reader's label may look like one of ours
        }
        return chart.addSeries(name, trail.x(), trail.y());
    }
}
