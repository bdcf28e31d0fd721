package advsys.lab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// What stands beside the series: a cross where every trial was lost, and the figures above a few bars.
final class Lost {
    private static final int LABELLED_BARS = 12;
    private static final double ARM = 4.5;

    private Lost() {}

    static void paint(
            Graphics2D g, Picture picture, Rectangle2D plot, DoubleUnaryOperator screenX, DoubleUnaryOperator screenY) {
        List<Strand> strands = picture.strands();
        int bars = strands.stream().mapToInt(strand -> strand.points().size()).sum();
        for (int s = 0; s < strands.size(); s++) {
            for (Point point : strands.get(s).points()) {
                double x = screenX.applyAsDouble(point.x() + Slots.offset(picture, s));
                if (point.gap() && point.lost() > 0) {
                    // beside one another, where several strands lost the same x
                    double aside = picture.kind().slots() ? 0 : (s - (strands.size() - 1) / 2.0) * 3 * ARM;
                    cross(g, strands.get(s).style(), x + aside, plot.getMaxY() - 2 * ARM);
                } else if (picture.kind() == Picture.Kind.BARS && bars <= LABELLED_BARS && !point.gap()) {
                    double top = screenY.applyAsDouble(Math.max(point.median(), point.high()));
                    double free = picture.claims()
                            .levels(point.x(), s)
                            .map(level -> screenY.applyAsDouble(level.y()))
                            .sorted(Comparator.reverseOrder())
                            .reduce(top, (y, claim) -> claim < y + 4 && claim > y - 26 ? claim - 4 : y);
                    label(g, picture.y().text(point.median()), x, free - 6);
                }
            }
        }
    }

    /// On white, where a thin line may pass behind it.
    private static void label(Graphics2D g, String text, double x, double y) {
        double width = Letters.width(text, Theme.CAPTION);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(x - width / 2 - 1, y - 10, width + 2, 12));
        Letters.centre(g, text, Theme.CAPTION, Theme.INK, x, y);
    }

    private static void cross(Graphics2D g, int style, double x, double y) {
        g.setColor(Theme.color(style));
        g.setStroke(new BasicStroke(2.4f));
        g.draw(new Line2D.Double(x - ARM, y - ARM, x + ARM, y + ARM));
        g.draw(new Line2D.Double(x - ARM, y + ARM, x + ARM, y - ARM));
    }
}
