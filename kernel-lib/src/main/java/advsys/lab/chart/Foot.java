package advsys.lab.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The x axis below a plot: a mark and a label at every tick, and the title.
final class Foot {
    static final Foot NONE = new Foot(null, List.of());

    private static final int LINE = 17;
    private static final int GAP = 10; // least distance of two labels

    private final @Nullable XAxis axis;
    private final List<List<String>> labels; // lines of each tick's label

    /// The axis of `picture`, whose plot is about `width` wide.
    Foot(Picture picture, double width) {
        this(picture.x(), labels(picture.x(), width));
    }

    private Foot(@Nullable XAxis axis, List<List<String>> labels) {
        this.axis = axis;
        this.labels = labels;
    }

    private static List<List<String>> labels(XAxis axis, double width) {
        double room = axis.slots() ? width / Math.max(1, axis.ticks().size()) - GAP : Double.MAX_VALUE;
        return axis.ticks().stream()
                .map(tick -> Letters.wrap(tick.label(), Theme.LABEL, Math.max(24, room), 3))
                .toList();
    }

    /// What it needs below the margin that XChart leaves.
    int height() {
        if (axis == null) {
            return 0;
        }
        int lines = labels.stream().mapToInt(List::size).max().orElse(0);
        return Math.max(0, lines - 1) * LINE + (axis.title().isBlank() ? 10 : 32);
    }

    void paint(Graphics2D g, Rectangle2D plot, DoubleUnaryOperator screen) {
        if (axis == null) {
            return;
        }
        List<Integer> shown = shown(screen);
        double top = plot.getMaxY();
        for (int tick = 0; tick < axis.ticks().size(); tick++) {
            double x = screen.applyAsDouble(axis.ticks().get(tick).at());
            if (!axis.slots()) {
                g.setColor(Theme.AXIS);
                g.setStroke(new BasicStroke(1));
                g.draw(new Line2D.Double(x, top, x, top + 5));
            }
            if (shown.contains(tick)) {
                double y = top + 20;
                for (String line : labels.get(tick)) {
                    Letters.centre(g, line, Theme.LABEL, Theme.INK, x, y);
                    y += LINE;
                }
            }
        }
        int lines = labels.stream().mapToInt(List::size).max().orElse(1);
        double y = top + 20 + lines * LINE + 6;
        Letters.centre(g, axis.title(), Theme.TITLE, Theme.INK, plot.getCenterX(), y);
    }

    /// The ticks whose labels fit: the last first, then all that keep a distance from the one behind them.
    private List<Integer> shown(DoubleUnaryOperator screen) {
        List<Integer> shown = new ArrayList<>();
        double free = Double.MAX_VALUE;
        for (int tick = labels.size() - 1; tick >= 0 && axis != null; tick--) {
            double x = screen.applyAsDouble(axis.ticks().get(tick).at());
            double half = labels.get(tick).stream()
                            .mapToDouble(line -> Letters.width(line, Theme.LABEL))
                            .max()
                            .orElse(0)
                    / 2;
            if (axis.slots() || x + half <= free) {
                shown.add(tick);
                free = x - half - GAP;
            }
        }
        return shown;
    }
}
