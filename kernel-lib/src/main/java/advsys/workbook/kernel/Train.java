package advsys.workbook.kernel;

import advsys.workbook.kernel.jshell.JavaLanguage;
import advsys.workbook.kernel.wire.ConnectionFile;
import advsys.workbook.kernel.wire.Kernel;
import advsys.workbook.kernel.wire.LocalClient;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The run that the start-up cache is made from: a kernel in this process, over its own sockets, does what a reader
/// does in the first minute.
public final class Train {
    private static final String CELLS = "training-cells.txt";
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^//%%.*\\R?");

    private Train() {}

    /// Runs the training cells and ends; 1 when one of them failed.
    public static void main(String[] arguments) throws IOException {
        ConnectionFile connection = LocalClient.freePorts();
        Kernel kernel = Kernel.open(connection, new Kernel.Settings(JavaLanguage::start, Comms.NONE, Optional.empty()));
        Thread serving = Thread.ofPlatform().name("serving").start(kernel::run);
        int failures = 0;
        try (LocalClient client = new LocalClient(connection)) {
            client.ask("kernel_info_request", new JsonObject());
            for (String cell : cells()) {
                String status = client.execute(cell);
                String wanted = cell.contains("// fails") ? "error" : "ok";
                if (!status.equals(wanted)) {
                    failures++;
                    System.err.println("training: this cell is " + status + ", not " + wanted + ":\n" + cell);
                }
            }
            for (String type : List.of("complete_request", "inspect_request", "is_complete_request")) {
                JsonObject content = new JsonObject();
                content.addProperty("code", "System.out.prin");
                content.addProperty("cursor_pos", 15);
                client.ask(type, content);
            }
        } finally {
            kernel.stop();
        }
        join(serving);
        System.exit(failures == 0 ? 0 : 1); // a normal end: only then the JVM writes the cache
    }

    static List<String> cells() throws IOException {
        try (InputStream in = Train.class.getResourceAsStream(CELLS)) {
            if (in == null) {
                throw new IOException(CELLS + " is missing in this build");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SEPARATOR.splitAsStream(text).filter(cell -> !cell.isBlank()).toList();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
