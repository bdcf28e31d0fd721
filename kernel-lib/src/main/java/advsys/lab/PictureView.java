package advsys.lab;

import advsys.lab.show.Plain;
import advsys.lab.show.Png;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;

/// Pictures that are not our charts: images as they are, a chart of XChart's own at twice its size.
final class PictureView {
    private static final int SCALE = 2;

    private PictureView() {}

    static Bundle chart(Object xchart) {
        Chart<?, ?> chart = (Chart<?, ?>) xchart;
        int width = chart.getWidth();
        int height = chart.getHeight();
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(SCALE, SCALE);
            chart.paint(g, width, height);
        } finally {
            g.dispose();
        }
        String title =
                chart.getTitle() == null || chart.getTitle().isBlank() ? "" : " " + Plain.line(chart.getTitle(), 80);
        String text = chart.getClass().getSimpleName() + title;
        return Bundle.png(Png.drawing(image), width, height, text, text);
    }

    static Bundle image(BufferedImage image) {
        String text = "image of " + image.getWidth() + " × " + image.getHeight() + " points";
        Map<String, Object> size = new LinkedHashMap<>();
        size.put("alt", text);
        return Bundle.text(text)
                .with(Bundle.PNG, Base64.getEncoder().encodeToString(Png.exact(image)))
                .withMetadata(Bundle.PNG, size);
    }
}
