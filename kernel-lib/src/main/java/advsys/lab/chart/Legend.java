package advsys.lab.chart;

import advsys.lab.show.Plain;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// The strands' names with their lines and markers, in as many rows as they need.
final class Legend {
    private static final int ROW = 22;
    private static final int GAP = 8;
    private static final int BETWEEN = 24;
    private static final int NAME = 48; // characters

    private record Entry(int style, String name, double width) {}

    private final Picture.Kind kind;
    private final boolean marked;
    private final int sample;
    private final List<List<Entry>> rows = new ArrayList<>();

    /// The legend of some strands of `picture`, in rows of `width`.
    Legend(List<Strand> strands, Picture picture, double width) {
        kind = picture.kind();
        marked = Layers.marked(picture);
        sample = switch (kind) {
            case BARS -> 16;
            case SPREAD -> 26;
            case LINES, STEPS -> 34;
        };
        double used = width; // the first entry opens a row
        for (Strand strand : strands) {
            String name = Plain.line(strand.name(), NAME);
            double entry = sample + GAP + Letters.width(name, Theme.LABEL) + BETWEEN;
            if (rows.isEmpty() || used + entry - BETWEEN > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(new Entry(strand.style(), name, entry));
            used += entry;
        }
    }

    int height() {
        return rows.size() * ROW;
    }

    void paint(Graphics2D g, double left, double top) {
        double y = top + ROW / 2.0;
        for (List<Entry> row : rows) {
            double x = left;
            for (Entry entry : row) {
                sample(g, entry.style, x, y);
                Letters.draw(g, entry.name, Theme.LABEL, Theme.INK, x + sample + GAP, y + 4.5);
                x += entry.width;
            }
            y += ROW;
        }
    }

    private void sample(Graphics2D g, int style, double x, double y) {
        g.setColor(Theme.color(style));
        switch (kind) {
            case BARS -> g.fill(new Rectangle2D.Double(x, y - 7, sample, 14));
            case SPREAD -> {
                g.setColor(Theme.veil(style, 160));
                for (int dot = 0; dot < 3; dot++) {
                    Mark.DOT.paint(g, x + 4 + 9 * dot, y + (dot == 1 ? -3 : 2), Theme.MARKER);
                }
            }
            case LINES, STEPS -> {
                g.setStroke(Theme.stroke(style));
                g.draw(new Line2D.Double(x, y, x + sample, y));
                if (marked) {
                    Mark.of(style).paint(g, x + sample / 2.0, y, Theme.MARKER);
                }
            }
        }
    }
}
