package advsys.workbook.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The argument file that starts a kernel: `java @launch.args CONNECTION_FILE`.
final class LaunchFile {
    private static final String VERSION = "# version ";

    private final Path file;

    LaunchFile(Path file) {
        this.file = file;
    }

    /// The version that it starts, when it is there and starts one.
    Optional<KernelStore.Version> version(KernelStore store) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(VERSION))
                    .map(line -> store.version(line.substring(VERSION.length())))
                    .filter(version -> Files.exists(version.folder()))
                    .findFirst();
        }
    }

    /// Replaces the file when it is to say something else; true when it was.
    boolean write(KernelStore store, KernelStore.Version version) throws IOException {
        List<String> lines = new ArrayList<>(List.of("# made by ./workbook build", VERSION + version.id()));
        if (Files.exists(version.cache())) {
            lines.add(ArgumentFile.quoted("-XX:AOTCache=" + version.cache()));
        }
        options(store, version).forEach(option -> lines.add(ArgumentFile.quoted(option)));
        lines.add(Main.class.getName());
        return WholeFile.write(file, String.join("\n", lines) + "\n");
    }

    /// The options of a kernel's JVM, but its cache: training must use the same.
    static List<String> options(KernelStore store, KernelStore.Version version) throws IOException {
        String classPath = version.jars().stream().map(Path::toString).collect(Collectors.joining(":"));
        if (version.folder().toString().indexOf(':') >= 0) {
            throw new IOException("the path " + store.root()
                    + " has a colon in it, which separates the parts of a class path:" + " move the repository");
        }
        Path output = store.root().resolve(".workbook/output");
        return List.of(
                // silent, but for what ends the JVM: a cache that does not fit any more costs time and prints nothing
                "-Xlog:disable",
                "-Xlog:all=error,aot*=off,cds*=off:stderr",
                // what a compiler, an experiment and a chart need, and no native library is warned of
                "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                // While C2 has a backlog, as it has for seconds after a start, the JVM would run new code without a
                // profile; what C2 makes of it then inlines this or that by chance, and two copies of one lock differ
                // by half. Profiled code is a third slower until C2 has its turn.
                "-XX:Tier3DelayOn=1000",
                // the same numbers and the same words of the compiler on every machine
                "-Dstdin.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dadvsys.root=" + store.root(),
                "-Dadvsys.output=" + output,
                "-D" + VersionInUse.HOME + "=" + version.folder(),
                "-cp",
                classPath);
    }
}
