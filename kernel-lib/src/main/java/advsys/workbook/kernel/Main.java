package advsys.workbook.kernel;

import advsys.workbook.kernel.jshell.JavaLanguage;
import advsys.workbook.kernel.wire.ConnectionFile;
import advsys.workbook.kernel.wire.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The kernel as a program: Jupyter starts it with the name of a connection file.
public final class Main {
    private static final long LONGEST_EXIT_MILLIS = 500;

    private Main() {}

    /// Serves until Jupyter shuts it down or is gone.
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            fail("usage: java advsys.workbook.kernel.Main CONNECTION_FILE (Jupyter starts it: ./workbook lab)");
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Main::endSoon));
        VersionInUse.claim();
        try {
            ConnectionFile connection = ConnectionFile.read(Path.of(arguments[0]));
            Optional<Path> longOutput =
                    Optional.ofNullable(System.getProperty("advsys.output")).map(Path::of);
            Kernel kernel = Kernel.open(connection, new Kernel.Settings(JavaLanguage::start, Comms.NONE, longOutput));
            ParentWatch.start(System.getenv(), kernel::stop);
            kernel.run();
            System.exit(0); // also with threads of cells still alive
        } catch (IOException cannotStart) {
            fail(cannotStart.getMessage());
        }
    }

    /// The first of the shutdown hooks: others may be a cell's, and must not keep the process.
    private static void endSoon() {
        Thread.ofPlatform().daemon().name("advsys end").start(() -> {
            try {
                Thread.sleep(LONGEST_EXIT_MILLIS);
            } catch (InterruptedException sooner) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(0);
        });
    }

    private static void fail(@org.jspecify.annotations.Nullable String why) {
        System.err.println(why);
        System.exit(2);
    }
}
