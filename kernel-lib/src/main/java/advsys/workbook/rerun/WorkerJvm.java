package advsys.workbook.rerun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the JVM of a [Worker] is started. Every core has a worker, so whatever a JVM does beside its work is taken from
/// the points of the others.
final class WorkerJvm {
    // What surrounds a point. Of points of 10 ms, a sweep of a thousand would spend a tenth of its time on making this
    // any faster than the quick compiler makes it. What a simulation may use in a loop is not here.
    private static final List<String> SURROUNDINGS = List.of(
            "advsys/workbook*",
            "advsys/lab/show*",
            "com/google/gson*",
            "com/sun/tools*",
            "jdk/jshell*",
            "jdk/internal/classfile*",
            "jdk/internal/jimage*",
            "jdk/internal/jrtfs*",
            "jdk/nio/zipfs*",
            "java/lang/classfile*",
            "java/util/jar*",
            "javax/lang*",
            "javax/tools*",
            "sun/nio/fs*");

    // No collector with threads of its own. The optimizing compiler is kept for what runs very often, and is not told
    // by
    // the start-up cache what ran often in a kernel; loops get it as soon as elsewhere (Tier4BackEdgeThreshold stays).
    private static final List<String> MODEST = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions", // of a JDK that has one of these no more
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:-AOTReplayTraining");

    private WorkerJvm() {}

    /// Starts a worker by two files, which are written into `folder`.
    ///
    /// @param options lines of an argument file: the class path among them
    static ProcessBuilder in(Path folder, List<String> options) throws IOException {
        Path directives = folder.resolve(".worker.directives");
        SweepFolder.write(directives, directives());
        List<String> lines = new ArrayList<>(options);
        Stream.concat(MODEST.stream(), Stream.of("-XX:CompilerDirectivesFile=" + directives.toAbsolutePath()))
                .map(advsys.workbook.kernel.ArgumentFile::quoted)
                .forEach(lines::add);
        lines.add(Worker.class.getName());
        Path arguments = folder.resolve(".worker.args");
        SweepFolder.write(arguments, String.join("\n", lines) + "\n");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(java.toString(), "@" + arguments.toAbsolutePath());
    }

    /// Keeps the optimizing compiler from the surroundings: then the JVM leaves them to the quick one, which no longer
    /// counts how often they run.
    private static String directives() {
        return "[{match: ["
                + SURROUNDINGS.stream().map(each -> "\"" + each + ".*\"").collect(Collectors.joining(", "))
                + "], c2: {Exclude: true}}]\n";
    }
}
