package advsys.workbook.cli;

import advsys.workbook.notebook.Notebook;
import advsys.workbook.rerun.Grid;
import advsys.workbook.rerun.Parameters;
import advsys.workbook.rerun.Sweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./workbook sweep`: a notebook over a grid of parameters, into one table.
@Command(
        name = "sweep",
        description = {
            "Runs a notebook with every combination of the given values, and makes one table of all.",
            "",
            "Commas part values, braces hold an array: -p 'threads={1,2},{4}' are two points. Killed at any moment"
                    + " and called again, it goes on with what is missing. The folder gets results.csv,"
                    + " results.json (SavedRows.read in a notebook), failures.txt and every executed notebook.",
            "",
            "Points that measure run one at a time. A notebook whose metadata.advsys.sweep is \"simulated\" has its"
                    + " points run on all cores.",
            "",
            "Exit status: 0 every point ran, 1 one failed, 2 refused."
        },
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @picocli.CommandLine.Parameters(paramLabel = "NOTEBOOK", description = "what to run")
    private Path notebook = Path.of("");

    @Option(
            names = "-p",
            paramLabel = "name=a,b,c",
            description = "the values of a parameter; may be given several times")
    private List<String> parameters = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", description = "run each point with N seeds, from the notebook's on")
    private int seeds;

    @Option(names = "-o", paramLabel = "DIR", description = "where it is kept; default: .workbook/sweeps/NOTEBOOK")
    private @Nullable Path output;

    @Option(names = "--again", description = "also run the points that failed before")
    private boolean again;

    @Option(names = "--quick", description = "fewer repeats; never fewer rows, sizes or checks")
    private boolean quick;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            description = "another kernel than advsys, for points that measure")
    private String kernel = "advsys";

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (seeds < 0) {
            throw new IllegalArgumentException("--seeds " + seeds + ": at least 1 is needed");
        }
        Notebook source = Notebook.read(notebook);
        Grid grid = Grid.of(Parameters.of(source), parameters, seeds);
        Path folder = output == null ? Home.root().resolve(".workbook/sweeps").resolve(name(source.file())) : output;
        Sweep sweep = new Sweep(source, grid, quick);
        boolean terminal = Home.isTerminal();
        if (sweep.isSimulated()) {
            return sweep.simulated(Home.kernelOptions(quick), folder, again, out, terminal) ? 0 : 1;
        }
        Sweep.Measured how =
                new Sweep.Measured(plan -> Home.script(RunCommand.DRIVER, List.of(plan.toString())), kernel, quick);
        return sweep.measured(how, folder, again, out, terminal) ? 0 : 1;
    }

    private static String name(Path source) {
        String name = source.getFileName().toString().replaceFirst("\\.ipynb$", "");
        Path folder = source.toAbsolutePath().normalize().getParent();
        return (folder == null || folder.getFileName() == null ? "" : folder.getFileName() + "-") + name;
    }
}
