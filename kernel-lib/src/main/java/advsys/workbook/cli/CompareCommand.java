package advsys.workbook.cli;

import advsys.workbook.rerun.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./workbook compare`: two runs of a notebook, measure by measure.
@Command(
        name = "compare",
        description = {
            "Compares two runs that './workbook run' has written, or the folders of two sweeps.",
            "",
            "Per measure and subject: faster, slower, higher, lower, or not distinguishable here; by pairs of trials"
                    + " that are alike. Parameters and hosts in which the runs differ are shown beside each other.",
            "",
            "Exit status: 0 whatever the comparison says, 2 when there is nothing to compare."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN", description = "an executed notebook, or a sweep's folder")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN", description = "the other one")
    private Path second = Path.of("");

    @Override
    public Integer call() throws IOException {
        new Comparison(first, second).print(spec.commandLine().getOut());
        return 0;
    }
}
