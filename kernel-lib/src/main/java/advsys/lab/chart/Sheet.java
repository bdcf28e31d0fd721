package advsys.lab.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;

/// A [Picture] as an XChart chart. It holds the medians and intervals as XChart series, and paints like any other
/// XChart chart, so `BitmapEncoder`, `SwingWrapper` and a change of its styler work.
public final class Sheet extends XYChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int USUAL = 74; // of it: a row of legend, the title of y, and a line of captions

    private final Picture picture;

    private Sheet(int width, int height, Picture picture) {
        super(width, height);
        this.picture = picture;
    }

    /// The chart of `picture`, 640 points wide, and 400 high with one row of legend and one caption.
    public static Sheet of(Picture picture) {
        int above = new Head(picture, WIDTH, true, true).height();
        return of(picture, WIDTH, HEIGHT - USUAL + above + new Captions(picture.captions(), WIDTH).height());
    }

    /// The chart of `picture` in the given size.
    public static Sheet of(Picture picture, int width, int height) {
        Sheet sheet = new Sheet(width, height, picture);
        Theme.apply(sheet.getStyler());
        Layers.add(sheet, picture);
        sheet.setXAxisTitle(picture.x().title());
        sheet.setYAxisTitle(picture.y().title());
        sheet.scale(height);
        return sheet;
    }

    private void scale(int height) {
        XAxis x = picture.x();
        YAxis y = picture.y();
        getStyler().setXAxisMin(x.min());
        getStyler().setXAxisMax(x.max());
        getStyler().setXAxisLogarithmic(x.logarithmic());
        getStyler().setXAxisTickLabelsFormattingFunction(value -> ""); // equal labels: XChart looks for no marks
        getStyler().setYAxisMin(y.min());
        getStyler().setYAxisMax(y.max());
        getStyler().setYAxisLogarithmic(y.logarithmic());
        if (y.logarithmic()) {
            getStyler().setPlotGridLinesColor(Theme.FINE_GRID); // nine lines a decade
        }
        getStyler().setYAxisLogarithmicDecadeOnly(true);
        getStyler().setYAxisTickLabelsFormattingFunction(y::label);
        double plot = height - 140.0; // about: XChart rounds to the next of 1, 2, 5, and that is our step
        getStyler().setYAxisTickMarkSpacingHint((int) Math.max(8, y.step() / (y.max() - y.min()) * plot));
    }

    /// What the chart shows, as data.
    public Picture picture() {
        return picture;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(getStyler().getChartBackgroundColor());
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        Head head = new Head(
                picture, width, !getStyler().isLegendVisible(), !getStyler().isYAxisTitleVisible());
        int top = head.height();
        Captions captions = new Captions(picture.captions(), width);
        Foot foot = getStyler().isXAxisTicksVisible() ? Foot.NONE : new Foot(picture, width - 110.0);
        int bottom = foot.height() + captions.height();

        AffineTransform whole = g.getTransform();
        g.translate(0, top);
        super.paint(g, width, height - top - bottom);
        Rectangle2D area = plot.getBounds();
        foot.paint(g, area, this::getScreenXFromChart);
        ClaimPaint.paint(g, picture, area, this::getScreenXFromChart, this::getScreenYFromChart);
        Lost.paint(g, picture, area, this::getScreenXFromChart, this::getScreenYFromChart);
        axisLine(g, area);
        g.setTransform(whole);
        setWidth(width); // super.paint took the part for the whole
        setHeight(height);
        // XChart paints a background of its own, so what stands around it comes last
        head.paint(g);
        captions.paint(g, height);
    }

    private void axisLine(Graphics2D g, Rectangle2D area) {
        YAxis axis = picture.y();
        double base = axis.logarithmic() ? axis.min() : Math.max(0, axis.min());
        double y = getScreenYFromChart(base);
        g.setColor(Theme.AXIS);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
    }
}
