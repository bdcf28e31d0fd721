package advsys.lab.chart;

import java.awt.Graphics2D;
import java.util.List;

/// Small print at the foot of a chart, wrapped.
final class Captions {
    private static final int LINE = 17;
    private static final int LINES = 16;
    private static final int LINES_EACH = 6; // a published figure: what is claimed, by whom, and what was seen here

    private final List<String> lines;

    /// The captions of a chart that is `width` wide.
    Captions(List<String> captions, int width) {
        lines = captions.stream()
                .flatMap(caption ->
                        Letters.wrap(caption, Theme.CAPTION, width - 2.0 * Theme.MARGIN, LINES_EACH).stream())
                .limit(LINES)
                .toList();
    }

    int height() {
        return lines.isEmpty() ? 0 : lines.size() * LINE + 8;
    }

    /// Draws them above the lower edge, `bottom`.
    void paint(Graphics2D g, double bottom) {
        double y = bottom - 12 - LINE * (lines.size() - 1.0);
        for (String line : lines) {
            Letters.draw(g, line, Theme.CAPTION, Theme.SMALL_PRINT, Theme.MARGIN, y);
            y += LINE;
        }
    }
}
