package advsys.workbook.kernel.jshell;

import advsys.lab.Renderers;
import java.util.regex.Pattern;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/// Draws a small picture in the background once a cell looks as if it were going to draw: the fonts and the rasteriser
/// take half a second until they are ready, in which the compiler is busy with the cell anyway. A notebook that draws
/// nothing never pays for it.
final class FirstPicture {
    private static final Pattern DRAWS = Pattern.compile("\\b(?:org\\.knowm\\.xchart|advsys\\.lab|java\\.awt)\\b");

    private final Runnable drawing;
    private boolean begun; // guarded by this

    FirstPicture() {
        this(FirstPicture::draw);
    }

    /// @param drawing what is done, once
    FirstPicture(Runnable drawing) {
        this.drawing = drawing;
    }

    /// Begins, when `code` is the first that draws. Returns at once.
    synchronized void expect(String code) {
        if (!begun && draws(code)) {
            begun = true;
            Thread.ofPlatform()
                    .daemon()
                    .name("advsys first picture")
                    .inheritInheritableThreadLocals(false) // no cell's thread: it belongs to none
                    .start(drawing);
        }
    }

    static boolean draws(String code) {
        return DRAWS.matcher(code).find();
    }

    private static void draw() {
        try {
            XYChart chart =
                    new XYChartBuilder().width(120).height(80).title("a").build();
            chart.addSeries("b", new double[] {1, 2, 3}, new double[] {2, 4, 3});
            Renderers.bundle(chart);
        } catch (RuntimeException | Error failed) {
            // it will fail again, and be told, when a cell draws
        }
    }
}
