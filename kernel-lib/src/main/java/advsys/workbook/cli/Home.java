package advsys.workbook.cli;

import advsys.workbook.kernel.ArgumentFile;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where the workbook lies, and its Python: from system properties, the environment, or the current folder.
final class Home {
    private Home() {}

    /// The root of the repository.
    static Path root() {
        String told = told("advsys.root", "ADVSYS_HOME");
        return told == null ? Path.of("") : Path.of(told);
    }

    /// Runs one of the repository's Python scripts with the terminal as it is, and gives its exit code.
    ///
    /// @throws IOException if there is no such script or no Python
    static int python(Path script, List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = command(script, arguments).inheritIO();
        Process process = builder.start();
        Thread end = new Thread(process::destroy); // an interrupted command takes its child with it
        Runtime.getRuntime().addShutdownHook(end);
        return process.waitFor();
    }

    /// The same, not started yet, for one who listens to it.
    ///
    /// @throws UncheckedIOException if there is no such script or no Python
    static ProcessBuilder script(Path script, List<String> arguments) {
        try {
            return command(script, arguments);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing.getMessage(), missing);
        }
    }

    /// The options of a JVM that runs cells, as lines of an argument file: those of the installed kernel, with its
    /// start-up cache; else those of this JVM.
    static List<String> kernelOptions(boolean quick) throws IOException {
        List<String> options = new ArrayList<>();
        Path file = root().resolve(".workbook/kernel/launch.args");
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            lines.stream().limit(lines.size() - 1L).forEach(options::add); // the last is its main class
        } else {
            options.addAll(List.of(
                    "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.awt.headless=true",
                    "-cp",
                    ArgumentFile.quoted(absoluteClassPath())));
        }
        options.add("-Dadvsys.quick=" + quick);
        return options;
    }

    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static ProcessBuilder command(Path script, List<String> arguments) throws IOException {
        Path file = root().resolve(script);
        if (!Files.exists(file)) {
            throw new IOException(file + " does not exist: run this in the workbook's folder, or set ADVSYS_HOME");
        }
        String python = told("advsys.python", "ADVSYS_PYTHON");
        if (python == null) {
            throw new IOException("there is no Python environment yet: call this as ./workbook, which makes it");
        }
        List<String> command = new ArrayList<>(List.of(python, file.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ADVSYS_HOME", root().toAbsolutePath().toString());
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static @Nullable String told(String property, String variable) {
        String value = System.getProperty(property, System.getenv(variable));
        return value == null || value.isBlank() ? null : value;
    }

    /// Does somebody look at what is printed, rather than a pipe or a file?
    @SuppressWarnings("SystemConsoleNull") // null still where the runtime lacks jdk.internal.le
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
