package advsys.lab.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    @Test
    void exact_imageOfRandomColours_comesBackPointByPoint() throws IOException {
        BufferedImage image = new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        BufferedImage back = read(Png.exact(image));
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(rgb(back, x, y)).isEqualTo(rgb(image, x, y));
            }
        }
    }

    @Test
    void exact_transparentImage_becomesWhiteBelow() throws IOException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 1, 0xFF0072B2);
        BufferedImage back = read(Png.exact(image));
        assertThat(rgb(back, 0, 0)).isEqualTo(0xFFFFFF);
        assertThat(rgb(back, 1, 1)).isEqualTo(0x0072B2);
    }

    @Test
    void drawing_areasAndSmoothEdges_keepsTheAreasExactAndTheEdgesNear() throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 300, 200);
        int[] colours = {0x0072B2, 0xD55E00, 0x009E73, 0xE69F00, 0xCC79A7};
        for (int i = 0; i < 5; i++) {
            g.setColor(new Color(colours[i]));
            g.fillOval(20 + 50 * i, 20 + 10 * i, 60, 80);
        }
        g.dispose();
        byte[] png = Png.drawing(image);
        BufferedImage back = read(png);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                Color before = new Color(rgb(image, x, y));
                Color after = new Color(rgb(back, x, y));
                assertThat(Math.abs(before.getRed() - after.getRed())
                                + Math.abs(before.getGreen() - after.getGreen())
                                + Math.abs(before.getBlue() - after.getBlue()))
                        .isLessThan(30);
            }
        }
        for (int i = 0; i < 5; i++) {
            assertThat(rgb(back, 45 + 50 * i, 60 + 10 * i)).isEqualTo(colours[i]);
        }
        assertThat(png.length).isLessThan(Png.exact(image).length);
    }

    @Test
    void drawing_photograph_isKeptExactly() throws IOException {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                image.setRGB(x, y, x << 16 | y << 8 | (x ^ y));
            }
        }
        BufferedImage back = read(Png.drawing(image));
        for (int i = 0; i < 256; i++) {
            assertThat(rgb(back, i, 255 - i)).isEqualTo(rgb(image, i, 255 - i));
        }
    }
}
