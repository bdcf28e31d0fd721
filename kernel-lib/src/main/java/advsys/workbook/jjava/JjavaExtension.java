package advsys.workbook.jjava;

import advsys.lab.Bundle;
import advsys.lab.Display;
import advsys.lab.Renderers;
import advsys.lab.Shown;
import java.awt.image.BufferedImage;
import java.util.List;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/// Installs the lab into a JJava kernel when it starts: how values are shown, the display with updates in place, and
/// the import of the lab's nouns.
///
/// - **Guarantee** a kernel in which something of it fails starts all the same.
public final class JjavaExtension implements Extension {
    /// Called by JJava's service loader.
    public JjavaExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        attempt("the display", () -> Display.use(new JjavaDisplay(kernel)));
        Renderer renderer = kernel.getRenderer();
        attempt("how results and charts are shown", () -> register(renderer, Shown.class));
        attempt("how records are shown", () -> register(renderer, Record.class));
        attempt("how lists are shown", () -> register(renderer, List.class));
        attempt("how images are shown", () -> register(renderer, BufferedImage.class));
        attempt("how XChart's charts are shown", () -> {
            register(renderer, org.knowm.xchart.internal.chartpart.Chart.class);
        });
        attempt("how tables are shown", () -> register(renderer, tech.tablesaw.api.Table.class));
        attempt("the import of advsys.lab", () -> kernel.evalRaw("import advsys.lab.*;"));
    }

    private static <T> void register(Renderer renderer, Class<T> type) {
        renderer.createRegistration(type)
                .preferring(Bundle.PNG, Bundle.HTML, Bundle.TEXT)
                .register((value, context) -> JjavaDisplay.fill(context.getOutputContainer(), shown(value)));
    }

    private static Bundle shown(Object value) {
        try {
            return Renderers.bundle(value);
        } catch (RuntimeException | Error failed) { // JJava's shell ends at an error that comes out of a renderer
            return Bundle.text(value.getClass().getName() + " could not be shown: " + failed);
        }
    }

    private interface Part {
        void install() throws Exception;
    }

    private static void attempt(String what, Part part) {
        try {
            part.install();
        } catch (Exception | LinkageError refused) {
            System.err.println("advsys: this JJava leaves out " + what + ": " + refused);
        }
    }

    @Override
    public void uninstall(BaseKernel kernel) {
        // nothing: the kernel's process ends with it
    }
}
