package advsys.lab.chart;

import advsys.lab.show.Plain;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The strands' names with their lines and markers, in as many rows as they need.
final class Legend {
    private static final int ROW = 22;
    private static final int GAP = 8;
    private static final int BETWEEN = 24;
    private static final int NAME = 48; // characters
    private static final int CLAIM = 30; // width of a claim's sample

    /// @param claim the claim that it names; null for a strand
    private record Entry(int style, @Nullable Overlay claim, String name, double width) {}

    private final Picture.Kind kind;
    private final boolean marked;
    private final int sample;
    private final double room;
    private double used;
    private final List<List<Entry>> rows = new ArrayList<>();

    /// The legend of some strands and claims of `picture`, in rows of `width`.
    Legend(List<Strand> strands, List<Overlay> claims, Picture picture, double width) {
        room = width;
        kind = picture.kind();
        marked = Layers.marked(picture);
        sample = switch (kind) {
            case BARS -> 16;
            case SPREAD -> 26;
            case LINES, STEPS -> 34;
        };
        strands.forEach(strand -> add(strand.style(), null, picture.claims().withRank(strand.name())));
        claims.forEach(claim -> add(0, claim, claim.name()));
    }

    private void add(int style, @Nullable Overlay claim, String label) {
        String name = Plain.line(label, NAME);
        double sampled = claim == null ? sample : CLAIM;
        double entry = sampled + GAP + Letters.width(name, Theme.LABEL) + BETWEEN;
        if (rows.isEmpty() || used + entry - BETWEEN > room) {
            rows.add(new ArrayList<>());
            used = 0;
        }
        rows.getLast().add(new Entry(style, claim, name, entry));
        used += entry;
    }

    int height() {
        return rows.size() * ROW;
    }

    void paint(Graphics2D g, double left, double top) {
        double y = top + ROW / 2.0;
        for (List<Entry> row : rows) {
            double x = left;
            for (Entry entry : row) {
                if (entry.claim == null) {
                    sample(g, entry.style, x, y);
                } else {
                    claim(g, entry.claim.kind(), x, y);
                }
                double sampled = entry.claim == null ? sample : CLAIM;
                Letters.draw(g, entry.name, Theme.LABEL, Theme.INK, x + sampled + GAP, y + 4.5);
                x += entry.width;
            }
            y += ROW;
        }
    }

    private static void claim(Graphics2D g, Overlay.Kind kind, double x, double y) {
        Line2D line = new Line2D.Double(x, y, x + CLAIM, y);
        switch (kind) {
            case PREDICTED -> {
                g.setColor(ClaimPaint.READER);
                g.setStroke(ClaimPaint.DASHES);
            }
            case PUBLISHED -> {
                g.setColor(ClaimPaint.veil(ClaimPaint.BAND, 110));
                g.fill(new Rectangle2D.Double(x, y - 6, CLAIM, 12));
                g.setColor(ClaimPaint.BAND);
                g.setStroke(ClaimPaint.THIN);
            }
            case ESTIMATED -> {
                g.setColor(ClaimPaint.PAPER);
                g.setStroke(ClaimPaint.THIN);
            }
        }
        g.draw(line);
        if (kind == Overlay.Kind.PREDICTED) {
            ClaimPaint.ring(g, x + CLAIM / 2.0, y);
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
