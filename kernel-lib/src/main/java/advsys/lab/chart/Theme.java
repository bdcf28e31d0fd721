package advsys.lab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;

/// Colours, dashes, fonts and margins of every chart.
final class Theme {
    static {
        // JDK 25 shapes text through the foreign-function interface by default, and generating its code takes 190 ms of
        // the first chart; the path through JNI takes 10. Read once, when the first text is laid out.
        if (System.getProperty("sun.font.layout.ffm") == null) {
            System.setProperty("sun.font.layout.ffm", "false");
        }
    }

    static final Color INK = new Color(0x262626);
    static final Color SMALL_PRINT = new Color(0x595959); // 7 : 1 on white
    static final Color AXIS = new Color(0x8C8C8C);
    static final Color GRID = new Color(0xE6E6E6);
    static final Color FINE_GRID = new Color(0xF1F1F1);

    private static final Color[] SERIES = { // Okabe and Ito: blue, vermilion, bluish green, orange, reddish purple
        new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xE69F00), new Color(0xCC79A7)
    };
    private static final float[][] DASHES = {{}, {9, 5}, {2, 4}, {9, 4, 2, 4}, {15, 5}};

    /// The most series that colours, dashes and a reader can keep apart.
    static final int SERIES_LIMIT = SERIES.length;

    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font PANEL = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    static final Font CAPTION = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    static final int MARGIN = 18;
    static final int MARKER = 9;
    static final double CONTENT = 0.98; // share of the plot between the axis' ends: markers at an end are not cut

    private Theme() {}

    static Color color(int series) {
        return SERIES[series % SERIES.length];
    }

    /// The same colour, so thin that what overlaps shows.
    static Color veil(int series, int opacity) {
        Color solid = color(series);
        return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), opacity);
    }

    static BasicStroke stroke(int series) {
        float[] dash = DASHES[series % DASHES.length];
        boolean solid = dash.length == 0;
        int cap = solid ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT; // XChart draws a line piece by piece
        return new BasicStroke(2.2f, cap, BasicStroke.JOIN_ROUND, 10, solid ? null : dash, 0);
    }

    static void apply(XYStyler styler) {
        styler.setBaseFont(LABEL);
        styler.setChartFontColor(INK);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartPadding(MARGIN);
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(false);
        styler.setLegendFont(LABEL);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotContentSize(CONTENT);
        styler.setMarkerSize(MARKER);
        styler.setAntiAlias(true);
        styler.setPlotMargin(2);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTicksMarksVisible(false);
        styler.setAxisTickLabelsFont(LABEL);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickPadding(6);
        styler.setAxisTitleFont(TITLE);
        styler.setAxisTitlePadding(12);
        styler.setXAxisTitleColor(INK);
        styler.setYAxisTitleColor(INK);
        styler.setYAxisLabelAlignment(TextAlignment.Right);
        styler.setXAxisTicksVisible(false); // the sheet draws the x axis
        styler.setXAxisTitleVisible(false);
        styler.setYAxisTitleVisible(false); // it stands above the plot
    }
}
