package advsys.workbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./workbook self-check`: the visible checks of one's own notebooks.
@Command(
        name = "self-check",
        description = {
            "Runs notebooks from top to bottom and says what their visible checks say; exit 1 when one does not hold.",
            "Your own code runs as you, without a sandbox: check your own work only."
        },
        mixinStandardHelpOptions = true)
final class SelfCheckCommand implements Callable<Integer> {
    private static final Path SCRIPT = Path.of("kernel-lib/src/main/python/self_check.py");

    @Parameters(paramLabel = "NOTEBOOK", description = "files or folders; default: notebooks/", arity = "0..*")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "one JSON object a check, in lines")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        paths.forEach(path -> arguments.add(path.toString()));
        if (json) {
            arguments.add("--json");
        }
        return Home.python(SCRIPT, arguments);
    }
}
