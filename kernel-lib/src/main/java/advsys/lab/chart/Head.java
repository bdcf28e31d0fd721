package advsys.lab.chart;

import java.awt.Graphics2D;
import java.util.List;

/// What stands above a plot: the panel's title, the legend, and the title of the y axis, which is read more easily
/// there than turned by a right angle beside the axis.
final class Head {
    private static final int LINE = 22;
    private static final int GAP = 5;

    private final List<String> title;
    private final Legend legend;
    private final List<String> axis;

    /// @param legend whether to name the strands
    /// @param axis whether to name the y axis
    Head(Picture picture, int width, boolean legend, boolean axis) {
        double room = width - 2.0 * Theme.MARGIN;
        title = Letters.wrap(picture.title(), Theme.PANEL, room, 1);
        this.legend = new Legend(
                legend ? picture.named() : List.of(), legend ? picture.claims().named() : List.of(), picture, room);
        this.axis = axis ? Letters.wrap(picture.y().title(), Theme.TITLE, room, 2) : List.of();
    }

    int height() {
        return (title.size() + axis.size()) * LINE + legendHeight();
    }

    private int legendHeight() {
        return legend.height() == 0 ? 0 : legend.height() + GAP;
    }

    void paint(Graphics2D g) {
        double y = Theme.MARGIN - 6.0;
        for (String line : title) {
            Letters.draw(g, line, Theme.PANEL, Theme.INK, Theme.MARGIN, y + 14);
            y += LINE;
        }
        legend.paint(g, Theme.MARGIN, y);
        y += legendHeight();
        for (String line : axis) {
            Letters.draw(g, line, Theme.TITLE, Theme.INK, Theme.MARGIN, y + 16);
            y += LINE;
        }
    }
}
