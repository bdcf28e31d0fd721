package advsys.lab.show;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a picture as PNG, without alpha.
///
/// - **Guarantee** [#exact] keeps every colour; [#drawing] keeps what a drawing consists of, and moves the colours of
///   smoothed edges by at most a few per cent, which makes the file three times smaller.
/// - **Cost** some 20 ms for 1280 × 800 points. `ImageIO` takes as long, but before its first picture it looks for
///   plug-ins and loads some 200 classes.
/// - **Source** W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 2025.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LEVEL = 6;
    private static final byte TRUE_COLOUR = 2;
    private static final byte INDEXED = 3;
    private static final double DRAWN = 0.98; // share of a drawing's points that a palette must hold

    private Png() {}

    /// The file of a photograph, or of a picture that is not ours. Transparent parts become white.
    public static byte[] exact(BufferedImage image) {
        BufferedImage opaque = opaque(image);
        int width = opaque.getWidth();
        int[] points = points(opaque);
        byte[] line = new byte[1 + 3 * width]; // the first byte, 0, says that the line is stored as it is
        return file(opaque, TRUE_COLOUR, new byte[0], y -> {
            for (int x = 0; x < width; x++) {
                int point = points[y * width + x];
                line[1 + 3 * x] = (byte) (point >> 16);
                line[2 + 3 * x] = (byte) (point >> 8);
                line[3 + 3 * x] = (byte) point;
            }
            return line;
        });
    }

    /// The file of a drawing: lines, text and areas of few colours. What turns out to be none is kept exactly.
    public static byte[] drawing(BufferedImage image) {
        BufferedImage opaque = opaque(image);
        int width = opaque.getWidth();
        int[] points = points(opaque);
        Palette palette = new Palette(points);
        if (palette.covered() < DRAWN) {
            return exact(opaque);
        }
        byte[] line = new byte[1 + width];
        return file(opaque, INDEXED, palette.colours(), y -> {
            int start = y * width;
            boolean same = y > 0 && Arrays.equals(points, start, start + width, points, start - width, start);
            for (int x = 0; x < width && !same; x++) { // most lines of a chart equal the one above
                line[1 + x] = palette.index(points[start + x]);
            }
            return line;
        });
    }

    private interface Lines {
        byte[] line(int y);
    }

    private static byte[] file(BufferedImage image, byte kind, byte[] palette, Lines lines) {
        Out out = new Out(1 << 16);
        out.writeBytes(SIGNATURE);
        out.chunk("IHDR", header(image.getWidth(), image.getHeight(), kind));
        if (kind == INDEXED) {
            out.chunk("PLTE", palette);
        }
        out.chunk("IDAT", compressed(image.getHeight(), lines));
        out.chunk("IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(int width, int height, byte kind) {
        Out header = new Out(13);
        header.number(width);
        header.number(height);
        header.writeBytes(new byte[] {8, kind, 0, 0, 0}); // bits a channel, kind, deflate, plain filters, no interlace
        return header.toByteArray();
    }

    private static byte[] compressed(int height, Lines lines) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            byte[] buffer = new byte[1 << 14];
            ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 15);
            for (int y = 0; y < height; y++) {
                deflater.setInput(lines.line(y));
                while (!deflater.needsInput()) {
                    packed.write(buffer, 0, deflater.deflate(buffer));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static int[] points(BufferedImage opaque) {
        return ((DataBufferInt) opaque.getRaster().getDataBuffer()).getData();
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB && image.getRaster().getParent() == null) {
            return image;
        }
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return copy;
    }

    /// Chunks: length, type, data, and a check sum over type and data.
    private static final class Out extends ByteArrayOutputStream {
        Out(int size) {
            super(size);
        }

        void chunk(String type, byte[] data) {
            byte[] name = type.getBytes(StandardCharsets.US_ASCII);
            CRC32 sum = new CRC32();
            sum.update(name);
            sum.update(data);
            number(data.length);
            writeBytes(name);
            writeBytes(data);
            number((int) sum.getValue());
        }

        void number(int value) {
            write(value >> 24);
            write(value >> 16);
            write(value >> 8);
            write(value);
        }
    }
}
