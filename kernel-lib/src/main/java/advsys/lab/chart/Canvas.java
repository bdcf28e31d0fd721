package advsys.lab.chart;

import advsys.lab.show.Png;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/// Pictures painted as one PNG, at twice the size at which they are shown.
public final class Canvas {
    private static final int SCALE = 2;
    private static final int COLUMNS = 2;
    private static final int PANEL_WIDTH = 460;
    private static final int PANEL_HEIGHT = 320;

    private final byte[] png;
    private final int width;
    private final int height;

    private Canvas(byte[] png, int width, int height) {
        this.png = png;
        this.width = width;
        this.height = height;
    }

    /// The file.
    public byte[] png() {
        return png.clone();
    }

    /// The width at which it is shown: the file has twice as many points.
    public int width() {
        return width;
    }

    /// The height at which it is shown.
    public int height() {
        return height;
    }

    /// One picture alone, or several as panels: two in a row, with one legend above and one set of captions below.
    public static Canvas of(List<Picture> pictures) {
        if (pictures.size() == 1) {
            Sheet sheet = Sheet.of(pictures.getFirst());
            int width = sheet.getWidth();
            int height = sheet.getHeight();
            return painted(width, height, g -> sheet.paint(g, width, height));
        }
        return panels(pictures);
    }

    private static Canvas panels(List<Picture> pictures) {
        Picture first = pictures.getFirst();
        int columns = Math.min(COLUMNS, pictures.size());
        int rows = (pictures.size() + columns - 1) / columns;
        int width = columns * PANEL_WIDTH;
        Legend legend = new Legend(first.named(), first.claims().named(), first, width - 2.0 * Theme.MARGIN);
        int above = legend.height() > 0 ? legend.height() + Theme.MARGIN - 8 : 0;
        Captions captions = new Captions(
                pictures.stream()
                        .flatMap(picture -> picture.captions().stream())
                        .distinct()
                        .toList(),
                width);
        int height = above + rows * PANEL_HEIGHT + captions.height();
        return painted(width, height, g -> {
            legend.paint(g, Theme.MARGIN, Theme.MARGIN - 6.0);
            for (int i = 0; i < pictures.size(); i++) {
                Graphics2D part = (Graphics2D) g.create();
                part.translate(i % columns * PANEL_WIDTH, above + i / columns * PANEL_HEIGHT);
                Sheet.of(pictures.get(i).panel(), PANEL_WIDTH, PANEL_HEIGHT).paint(part, PANEL_WIDTH, PANEL_HEIGHT);
                part.dispose();
            }
            captions.paint(g, height);
        });
    }

    private interface Painter {
        void paint(Graphics2D g);
    }

    private static Canvas painted(int width, int height, Painter painter) {
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(SCALE, SCALE);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            painter.paint(g);
        } finally {
            g.dispose();
        }
        return new Canvas(Png.drawing(image), width, height);
    }
}
