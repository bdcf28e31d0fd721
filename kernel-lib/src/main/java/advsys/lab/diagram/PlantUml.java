package advsys.lab.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sourceforge.plantuml.BlockUml;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.Diagram;
import net.sourceforge.plantuml.core.ImageData;
import net.sourceforge.plantuml.error.PSystemError;
import org.jspecify.annotations.Nullable;

/// PlantUML, called as a function: source in, drawing out.
///
/// - **Guarantee** in its sandbox: no network, no files, no other program. A drawing ends after [#LONGEST].
/// - **Cost** 40 to 100 ms a picture, the first in a JVM about a second more.
/// - **Errors** [NotDrawnException].
final class PlantUml {
    static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LARGEST = 16_384; // points, either way; what is beyond would be cut off
    private static final int DRAWN = 200; // as in HTTP: a crash is drawn too, as 503

    static {
        // read once, by PlantUML's first class
        System.setProperty("PLANTUML_SECURITY_PROFILE", "SANDBOX");
        System.setProperty("PLANTUML_LIMIT_SIZE", Integer.toString(LARGEST));
    }

    private PlantUml() {}

    /// @param body the lines between `@startuml` and `@enduml`, with escaped labels
    static Drawing picture(List<String> body) {
        return within(LONGEST, () -> {
            byte[] png = draw(body, "scale 2", FileFormat.PNG);
            byte[] svg = draw(body, "", FileFormat.SVG);
            return new Drawing(png, new String(svg, StandardCharsets.UTF_8));
        });
    }

    /// Text art: sequences only.
    static String art(List<String> body) {
        return within(
                LONGEST,
                () -> new String(draw(body, "", FileFormat.UTXT), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::stripTrailing)
                        .reduce("", (above, line) -> above + line + "\n"));
    }

    private static byte[] draw(List<String> body, String scale, FileFormat format) throws IOException {
        StringBuilder source = new StringBuilder("@startuml\n!pragma layout smetana\n");
        source.append(scale).append('\n');
        body.forEach(line -> source.append(line).append('\n'));
        source.append("@enduml\n");
        List<BlockUml> blocks = new SourceStringReader(source.toString()).getBlocks();
        Diagram diagram = blocks.getFirst().getDiagram();
        if (blocks.size() != 1 || diagram instanceof PSystemError) {
            throw new NotDrawnException("PlantUML does not understand the drawing: " + diagram.getDescription());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        ImageData drawn = diagram.exportDiagram(out, 0, new FileFormatOption(format, false));
        if (drawn.getStatus() != 0 && drawn.getStatus() != DRAWN) {
            throw new NotDrawnException("PlantUML failed at " + diagram.getDescription());
        }
        return out.toByteArray();
    }

    interface Work<T> {
        T call() throws IOException;
    }

    /// PlantUML polls nothing, so it works in a thread that can be left behind.
    static <T> T within(Duration longest, Work<T> work) {
        FutureTask<T> task = new FutureTask<>(work::call);
        Thread.ofPlatform().daemon().name("drawing").start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new NotDrawnException(
                    "the drawing is not ready after " + longest.toSeconds() + " s: draw less", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted while drawing");
            cancelled.initCause(stop);
            throw cancelled;
        } catch (ExecutionException failed) {
            throw notDrawn(failed.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private static NotDrawnException notDrawn(@Nullable Throwable cause) {
        if (cause instanceof NotDrawnException told) {
            return told;
        }
        boolean large = cause instanceof StackOverflowError || cause instanceof OutOfMemoryError;
        return new NotDrawnException(
                large
                        ? "the drawing is too large: draw less"
                        : "the picture could not be drawn: " + cause
                                + ". On Linux this host may lack fonts: install the"
                                + " packages fontconfig and fonts-dejavu-core",
                cause);
    }
}
