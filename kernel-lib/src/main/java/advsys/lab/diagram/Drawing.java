package advsys.lab.diagram;

/// A finished picture: as PNG of twice the size at which it is shown, and as SVG.
public final class Drawing {
    private static final int WIDTH = 16; // where a PNG has them: after the signature and the header's own
    private static final int HEIGHT = 20;

    private final byte[] png;
    private final String svg;

    Drawing(byte[] png, String svg) {
        this.png = png.clone();
        this.svg = svg;
    }

    public byte[] png() {
        return png.clone();
    }

    /// The width at which it is shown.
    public int width() {
        return (number(WIDTH) + 1) / 2;
    }

    public int height() {
        return (number(HEIGHT) + 1) / 2;
    }

    /// The drawing as SVG, with a title for those who cannot see it.
    ///
    /// @param title what it shows, escaped. PlantUML's own titles are the escaped labels.
    public String svg(String title) {
        String untitled = svg.replaceAll("<title>[^<]*</title>", "");
        int end = untitled.indexOf('>', untitled.indexOf("<svg")) + 1;
        return untitled.substring(0, end) + "<title>" + title + "</title>" + untitled.substring(end);
    }

    private int number(int at) {
        return (png[at] & 0xFF) << 24 | (png[at + 1] & 0xFF) << 16 | (png[at + 2] & 0xFF) << 8 | (png[at + 3] & 0xFF);
    }
}
