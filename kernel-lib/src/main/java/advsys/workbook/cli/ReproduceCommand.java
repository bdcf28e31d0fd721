package advsys.workbook.cli;

import advsys.lab.Figure;
import advsys.lab.HostCard;
import advsys.lab.Published;
import advsys.lab.Reproduction;
import advsys.lab.show.Grid;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./workbook reproduce`: every published figure beside what this host measures, or why it cannot.
@Command(
        name = "reproduce",
        description = {
            "Sets every published figure of data/figures.tsv beside this machine's measurement.",
            "",
            "Each figure is measured in several JVMs, whose trials are pooled. A verdict is 'reproduced', 'shape only'"
                    + " (the same side, another size), 'not reproduced', 'not distinguishable here', or 'not on this"
                    + " host' with the reason.",
            "",
            "Exit status: 0 nothing contradicts a figure, 1 something is not reproduced, 2 called wrongly."
        },
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    private static final int FORKS = 3;
    private static final int TRIALS = 15;
    private static final int QUICK_TRIALS = 7;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--chapter", paramLabel = "NN", description = "only the figures of one chapter, such as 03")
    private String chapter = "";

    @Option(names = "--only", paramLabel = "REGEX", description = "only the figures whose id matches")
    private String only = "";

    @Option(names = "--quick", description = "one JVM and fewer trials; every figure is still measured")
    private boolean quick;

    @Option(names = "--json", description = "print a list of objects, one for each figure")
    private boolean json;

    @Option(names = "--fork", hidden = true, description = "measure in this JVM, and print the samples")
    private boolean fork;

    @Override
    public Integer call() throws Exception {
        List<Figure> figures = chosen();
        Map<String, Reproduction> measured = reproductions();
        if (fork) {
            ReproduceFork.measure(
                    figures, measured, trials(), spec.commandLine().getOut());
            return 0;
        }
        HostCard host = HostCard.here();
        boolean any = figures.stream().anyMatch(figure -> here(figure, measured, host));
        int forks = quick ? 1 : FORKS;
        Map<String, List<double[]>> samples = new LinkedHashMap<>();
        for (int i = 1; any && i <= forks; i++) {
            spec.commandLine().getErr().println("measuring in JVM " + i + " of " + forks + " …");
            ReproduceFork.run(options())
                    .forEach((id, numbers) -> samples.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(numbers));
        }
        List<Reproduced> rows = figures.stream()
                .map(figure -> Reproduced.of(figure, measured.get(figure.id()), samples.get(figure.id()), host))
                .toList();
        print(rows, forks);
        return rows.stream().anyMatch(Reproduced::contradicts) ? 1 : 0;
    }

    private int trials() {
        return quick ? QUICK_TRIALS : TRIALS;
    }

    private static boolean here(Figure figure, Map<String, Reproduction> measured, HostCard host) {
        Reproduction reproduction = measured.get(figure.id());
        return reproduction != null && host.cores() >= reproduction.cores();
    }

    private List<Figure> chosen() throws IOException {
        List<Figure> figures = Published.all().stream()
                .filter(figure -> chapter.isEmpty() || figure.chapter().equals(chapter))
                .filter(figure -> only.isEmpty() || figure.id().matches(".*(?:" + only + ").*"))
                .toList();
        if (figures.isEmpty()) {
            throw new IOException("no figure is chosen: chapters are "
                    + Published.all().stream().map(Figure::chapter).distinct().toList() + ", ids "
                    + Published.all().stream().map(Figure::id).toList());
        }
        return figures;
    }

    private static Map<String, Reproduction> reproductions() {
        Map<String, Reproduction> all = new LinkedHashMap<>();
        for (Reproduction.Chapter each : ServiceLoader.load(Reproduction.Chapter.class)) {
            each.reproductions().forEach(reproduction -> all.put(reproduction.figure(), reproduction));
        }
        return all;
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of("reproduce", "--fork"));
        if (quick) {
            options.add("--quick");
        }
        if (!chapter.isEmpty()) {
            options.addAll(List.of("--chapter", chapter));
        }
        if (!only.isEmpty()) {
            options.addAll(List.of("--only", only));
        }
        return options;
    }

    private void print(List<Reproduced> rows, int forks) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(rows));
            return;
        }
        rows.forEach(row -> out.println(row.text()));
        out.println(Grid.of(
                        List.of("figure", "published", "ours: median [interval]", "verdict"),
                        rows.stream().map(Reproduced::cells).toList(),
                        rows.size())
                .text());
        long told = rows.stream().filter(row -> row.ours() != null).count();
        out.println(rows.size() + " figures, " + told + " measured here, each in " + forks
                + (forks == 1 ? " JVM (without --quick: " + FORKS + ")" : " JVMs") + " with " + trials()
                + " trials.");
        rows.stream()
                .map(Reproduced::verdict)
                .distinct()
                .forEach(verdict -> out.println(rows.stream()
                                .filter(row -> row.verdict().equals(verdict))
                                .count()
                        + " " + verdict));
        out.println(HostCard.here().shown().text());
        out.flush();
    }
}
