import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Our measurement loop against JMH's on the three cells of `jmh/Cells.java`: a fork each, ours and JMH's in turns.
/// Prints a list of rows as JSON; what people want to read goes to standard error.
///
///     java -cp … kernel-lib/src/bench/java/AgainstJmh.java [--quick]
///
/// Source of JMH: A. Shipilëv and others, OpenJDK Code Tools, version 1.37.
public final class AgainstJmh {
    private static final double BAR = 1.15;
    private static final List<String> CELLS = List.of("sum", "lock", "sort");
    private static final String ROUND = "OURS ";

    // The same memory for both loops, which JMH hands on to its forks: a heap that grows would make a cell that
    // allocates pay the system for each page that it touches first, and the more of them the longer a loop has run.
    // What is young fits in the cache that cores share: else the neighbours' use of that is measured.
    private static final List<String> MEMORY =
            List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx256m", "-Xmn12m", "-XX:+AlwaysPreTouch");

    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        Path here = Path.of(System.getProperty("advsys.root", ""))
                .resolve("kernel-lib")
                .toAbsolutePath();
        Path classes = Files.createTempDirectory("against-jmh");
        try {
            String path = path(classes, here);
            compile(here.resolve("src/bench/java/jmh"), classes, path);
            compare(here, classes, path, quick ? 1 : 5);
        } finally {
            try (Stream<Path> files = Files.walk(classes)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static void compare(Path here, Path classes, String path, int rounds) throws Exception {
        Map<String, List<Double>> ours = new HashMap<>();
        Map<String, List<Double>> theirs = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String line : run(List.of("-cp", path, "jmh.OurLoop"))) {
                if (line.startsWith(ROUND)) {
                    String[] words = line.substring(ROUND.length()).split(" ", 2);
                    ours.computeIfAbsent(words[0], cell -> new ArrayList<>())
                            .add(quiet(Arrays.stream(words[1].split(" "))
                                    .map(Double::valueOf)
                                    .toList()));
                }
            }
            Path report = classes.resolve("jmh.json");
            run(List.of(
                    "-cp",
                    path,
                    "org.openjdk.jmh.Main",
                    "jmh.Cells",
                    "-f",
                    "1",
                    "-wi",
                    "5",
                    "-w",
                    "200ms",
                    "-i",
                    "10",
                    "-r",
                    "100ms",
                    "-rf",
                    "json",
                    "-rff",
                    report.toString()));
            for (JsonElement each :
                    JsonParser.parseString(Files.readString(report)).getAsJsonArray()) {
                String cell =
                        each.getAsJsonObject().get("benchmark").getAsString().replaceFirst(".*\\.", "");
                List<Double> samples = new ArrayList<>();
                each.getAsJsonObject()
                        .getAsJsonObject("primaryMetric")
                        .getAsJsonArray("rawData")
                        .forEach(fork -> fork.getAsJsonArray().forEach(one -> samples.add(one.getAsDouble())));
                theirs.computeIfAbsent(cell, key -> new ArrayList<>()).add(quiet(samples));
            }
        }
        System.out.println("["
                + CELLS.stream()
                        .map(cell -> row(cell, ours.get(cell), theirs.get(cell)))
                        .collect(Collectors.joining(",\n"))
                + "]");
    }

    private static String row(String cell, List<Double> ours, List<Double> theirs) {
        double mine = median(ours);
        double peer = median(theirs);
        double ratio = mine / peer;
        boolean holds = ratio <= BAR && ratio >= 1 / BAR;
        return String.format(
                Locale.ROOT,
                "{\"job\": \"our loop against JMH: %s\", \"ours\": %.2f, \"peer\": %.2f, \"ratio\": %.3f,"
                        + " \"bar\": \"within 15 %% of JMH\", \"verdict\": \"%s\","
                        + " \"detail\": \"ns, median of %d forks each, lower quartiles; ours %s, JMH %s\"}",
                cell,
                mine,
                peer,
                ratio,
                holds ? "holds" : "falls short",
                ours.size(),
                ours.stream().map(AgainstJmh::digits).toList(),
                theirs.stream().map(AgainstJmh::digits).toList());
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// What it takes when nothing disturbs it: the lower quartile. What else runs on the host only adds.
    private static double quiet(List<Double> nanos) {
        List<Double> sorted = nanos.stream().sorted().toList();
        return sorted.get(sorted.size() / 4);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String path(Path classes, Path here) throws IOException {
        List<String> path = new ArrayList<>(List.of(classes.toString(), System.getProperty("java.class.path")));
        try (Stream<Path> jars = Files.list(here.resolve("target/bench"))) {
            jars.map(Path::toString).forEach(path::add);
        }
        return String.join(File.pathSeparator, path);
    }

    private static void compile(Path sources, Path classes, String path) {
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:full",
                        "-d",
                        classes.toString(),
                        "-cp",
                        path,
                        sources.resolve("Cells.java").toString(),
                        sources.resolve("OurLoop.java").toString());
        if (code != 0) {
            throw new IllegalStateException("the cells do not compile");
        }
    }

    private static List<String> run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true"));
        command.addAll(MEMORY);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command + "\n" + String.join("\n", lines));
        }
        return lines;
    }
}
