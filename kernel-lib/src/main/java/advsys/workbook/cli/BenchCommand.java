package advsys.workbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./workbook bench`: the figures that an area promises, measured beside its peers on this host.
@Command(
        name = "bench",
        description = "Measures an area beside its peers; exit 1 when a bar is missed.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final Path FOLDER = Path.of("kernel-lib/src/bench/python");
    private static final String SUFFIX = "_bench.py";

    @Parameters(paramLabel = "AREA", description = "what to measure, such as 'kernel'")
    private String area = "";

    @Option(names = "--quick", description = "fewer repeats; every row is still measured")
    private boolean quick;

    @Option(names = "--full", description = "also what takes minutes: the whole test suite, a fresh clone")
    private boolean full;

    @Option(
            names = "--only",
            paramLabel = "PARTS",
            description = "some of the area's parts, separated by commas; a wrong one is answered with those there are")
    private String only = "";

    @Option(names = "--json", description = "print a list of {job, ours, peer, ratio, bar, verdict}")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Home.root().resolve(FOLDER);
        if (!Files.exists(folder.resolve(area + SUFFIX))) {
            throw new IOException("there is no area '" + area + "' to measure; there is " + areas(folder));
        }
        List<String> arguments = new ArrayList<>();
        if (quick) {
            arguments.add("--quick");
        }
        if (full) {
            arguments.add("--full");
        }
        if (json) {
            arguments.add("--json");
        }
        if (!only.isEmpty()) {
            arguments.addAll(List.of("--only", only));
        }
        return Home.python(FOLDER.resolve(area + SUFFIX), arguments);
    }

    private static String areas(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "none in " + folder.toAbsolutePath();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(
                    ", ",
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(SUFFIX))
                            .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                            .sorted()
                            .toList());
        }
    }
}
