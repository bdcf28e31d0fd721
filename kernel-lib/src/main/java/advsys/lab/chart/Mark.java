package advsys.lab.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/// The markers of the series, and those of single trials.
final class Mark extends Marker {
    private enum Form {
        DISC,
        SQUARE,
        UP,
        DIAMOND,
        DOWN,
        DOT,
        DASH
    }

    /// A single trial.
    static final Marker DOT = new Mark(Form.DOT);

    /// The median of a cloud of trials.
    static final Marker DASH = new Mark(Form.DASH);

    private static final Form[] SERIES = {Form.DISC, Form.SQUARE, Form.UP, Form.DIAMOND, Form.DOWN};

    private final Form form;

    private Mark(Form form) {
        this.form = form;
    }

    static Marker of(int series) {
        return new Mark(SERIES[series % SERIES.length]);
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
        g.setStroke(new BasicStroke(2.5f));
        if (form == Form.DASH) {
            g.draw(shape(x, y, 1.3 * size));
        } else {
            g.fill(shape(x, y, size / 2.0));
        }
    }

    private Shape shape(double x, double y, double r) {
        return switch (form) {
            case DISC -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
            case UP -> polygon(x, y - 1.2 * r, x + 1.15 * r, y + 0.8 * r, x - 1.15 * r, y + 0.8 * r);
            case DOWN -> polygon(x, y + 1.2 * r, x - 1.15 * r, y - 0.8 * r, x + 1.15 * r, y - 0.8 * r);
            case DIAMOND -> polygon(x, y - 1.25 * r, x + 1.25 * r, y, x, y + 1.25 * r, x - 1.25 * r, y);
            case DOT -> new Ellipse2D.Double(x - 0.6 * r, y - 0.6 * r, 1.2 * r, 1.2 * r);
            case DASH -> new Line2D.Double(x - r, y, x + r, y);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
