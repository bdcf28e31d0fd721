package advsys.lab.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/// Text in a picture: measured, wrapped, and drawn as outlines, as XChart draws its own, so that all of it looks alike.
final class Letters {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Letters() {}

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : new TextLayout(text, font, CONTEXT).getAdvance();
    }

    /// Draws the text from `x` to the right, on the base line `y`.
    static void draw(Graphics2D g, String text, Font font, Color color, double x, double y) {
        if (!text.isBlank()) {
            g.setColor(color);
            g.fill(new TextLayout(text, font, CONTEXT).getOutline(AffineTransform.getTranslateInstance(x, y)));
        }
    }

    /// Draws the text around `x`.
    static void centre(Graphics2D g, String text, Font font, Color color, double x, double y) {
        draw(g, text, font, color, x - width(text, font) / 2, y);
    }

    /// The text in lines of at most `width`, cut between words where there are any, or before a capital within one, as
    /// of BackoffLock; at most `limit` lines, the last with an ellipsis when something is left.
    static List<String> wrap(String text, Font font, double width, int limit) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < limit) {
            if (width(rest, font) <= width) {
                lines.add(rest);
                return lines;
            }
            boolean last = lines.size() == limit - 1;
            int cut = fitting(rest, font, last ? width - width("…", font) : width);
            int space = rest.lastIndexOf(' ', cut);
            int end = space > 0 ? space : hump(rest, cut);
            lines.add(rest.substring(0, end).strip() + (last ? "…" : ""));
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /// Where the last capital after a small letter stands, up to `cut`; `cut` when there is none.
    private static int hump(String text, int cut) {
        for (int at = cut; at > 0; at--) {
            if (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1))) {
                return at;
            }
        }
        return cut;
    }

    /// How many characters fit, at least one.
    private static int fitting(String text, Font font, double width) {
        int from = 1;
        int to = text.length() - 1;
        while (from < to) {
            int middle = (from + to + 1) / 2;
            if (width(text.substring(0, middle), font) <= width) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return Character.isHighSurrogate(text.charAt(from - 1)) ? from + 1 : from;
    }
}
