package advsys.lab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Draws the claims over the series: published bands, thin estimates, and the reader's dashes on top.
final class ClaimPaint {
    /// The reader's colour, and that of nobody else: black.
    static final Color READER = new Color(0x000000);

    static final Color BAND = new Color(0x56B4E9); // the sky blue of Okabe and Ito, which no series has
    static final Color PAPER = new Color(0x6E6E6E);
    static final BasicStroke DASHES =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);
    static final BasicStroke THIN = new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final int OPACITY = 70;
    private static final double REACH = 26; // points of a dash to either side of a value on an axis of numbers
    private static final double RING = 4.5;

    private final Graphics2D g;
    private final Picture picture;
    private final Rectangle2D plot;
    private final DoubleUnaryOperator screenX;
    private final DoubleUnaryOperator screenY;

    private ClaimPaint(
            Graphics2D g, Picture picture, Rectangle2D plot, DoubleUnaryOperator screenX, DoubleUnaryOperator screenY) {
        this.g = g;
        this.picture = picture;
        this.plot = plot;
        this.screenX = screenX;
        this.screenY = screenY;
    }

    static void paint(
            Graphics2D g, Picture picture, Rectangle2D plot, DoubleUnaryOperator screenX, DoubleUnaryOperator screenY) {
        Graphics2D own = (Graphics2D) g.create();
        own.clip(new Rectangle2D.Double(
                plot.getMinX() - RING - 2, plot.getMinY() - 1, plot.getWidth() + 2 * RING + 4, plot.getHeight() + 2));
        ClaimPaint paint = new ClaimPaint(own, picture, plot, screenX, screenY);
        for (Overlay.Kind kind : List.of(Overlay.Kind.PUBLISHED, Overlay.Kind.ESTIMATED, Overlay.Kind.PREDICTED)) {
            picture.claims().drawn().stream()
                    .filter(overlay -> overlay.kind() == kind)
                    .forEach(paint::overlay);
        }
        own.dispose();
    }

    private void overlay(Overlay overlay) {
        switch (overlay.kind()) {
            case PUBLISHED -> overlay.levels().forEach(this::band);
            case ESTIMATED -> curve(overlay.levels());
            case PREDICTED -> guess(overlay.levels());
        }
    }

    /// The colour at `opacity` of 255.
    static Color veil(Color color, int opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    private void band(Overlay.Level level) {
        double from = from(level);
        double to = to(level);
        double top = y(level.high());
        double bottom = y(level.low());
        g.setColor(veil(BAND, OPACITY));
        g.fill(new Rectangle2D.Double(from, top, to - from, Math.max(2, bottom - top)));
        g.setColor(BAND);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(new Line2D.Double(from, y(level.y()), to, y(level.y())));
    }

    private void curve(List<Overlay.Level> levels) {
        g.setColor(PAPER);
        g.setStroke(THIN);
        if (picture.kind().slots()) {
            levels.stream()
                    .filter(this::drawable)
                    .forEach(level -> g.draw(new Line2D.Double(from(level), y(level.y()), to(level), y(level.y()))));
            return;
        }
        g.draw(path(levels));
    }

    private Path2D path(List<Overlay.Level> levels) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (Overlay.Level level : levels) {
            if (!drawable(level)) {
                down = false;
                continue;
            }
            double x = screenX.applyAsDouble(level.x());
            if (down) {
                path.lineTo(x, y(level.y()));
            } else {
                path.moveTo(x, y(level.y()));
            }
            down = true;
        }
        return path;
    }

    private void guess(List<Overlay.Level> levels) {
        g.setColor(READER);
        g.setStroke(DASHES);
        boolean dashes = levels.size() == 1 || picture.kind().slots();
        if (!dashes) {
            g.draw(path(levels));
        }
        for (Overlay.Level level : levels) {
            if (!drawable(level)) {
                continue;
            }
            double y = y(level.y());
            g.setColor(READER);
            g.setStroke(DASHES);
            if (dashes) {
                g.draw(new Line2D.Double(from(level), y, to(level), y));
            }
            if (y <= plot.getMinY() + 1 && !inside(level.y())) {
                arrow(centre(level), plot.getMinY() + 2);
            } else if (!level.everywhere()) {
                ring(g, centre(level), y);
            }
        }
    }

    static void ring(Graphics2D g, double x, double y) {
        Ellipse2D ring = new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING);
        g.setColor(Color.WHITE);
        g.fill(ring);
        g.setColor(READER);
        g.setStroke(new BasicStroke(1.8f));
        g.draw(ring);
    }

    /// Above what the axis holds.
    private void arrow(double x, double y) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, y);
        arrow.lineTo(x - 5, y + 8);
        arrow.lineTo(x + 5, y + 8);
        arrow.closePath();
        g.fill(arrow);
    }

    private boolean drawable(Overlay.Level level) {
        return Double.isFinite(level.y());
    }

    private boolean inside(double y) {
        return y >= picture.y().min() && y <= picture.y().max();
    }

    private double centre(Overlay.Level level) {
        return level.everywhere()
                ? plot.getCenterX()
                : screenX.applyAsDouble(level.x() + (level.strand() < 0 ? 0 : Slots.offset(picture, level.strand())));
    }

    private double from(Overlay.Level level) {
        return level.everywhere() ? plot.getMinX() : Math.max(plot.getMinX(), centre(level) - reach(level));
    }

    private double to(Overlay.Level level) {
        return level.everywhere() ? plot.getMaxX() : Math.min(plot.getMaxX(), centre(level) + reach(level));
    }

    /// Half the width of a dash: in slots, a bit more than that of a bar.
    private double reach(Overlay.Level level) {
        if (!picture.kind().slots()) {
            return REACH;
        }
        double slot = Math.abs(screenX.applyAsDouble(1) - screenX.applyAsDouble(0));
        return slot * (level.strand() < 0 ? 0.4 : Math.min(0.36, Slots.share(picture) * 0.52));
    }

    private double y(double value) {
        YAxis axis = picture.y();
        double shown = axis.logarithmic() ? Math.max(value, axis.min() / 10) : value;
        double screen = screenY.applyAsDouble(shown);
        return Double.isFinite(screen) ? Math.clamp(screen, plot.getMinY() - 50, plot.getMaxY() + 50) : plot.getMaxY();
    }
}
