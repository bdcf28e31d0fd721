package advsys.workbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./workbook check`: runs notebooks without a browser and compares what they show with what their cells expect.
@Command(
        name = "check",
        description = "Runs notebooks headless with the workbook's kernel and asserts what each cell shows.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Path SCRIPT = Path.of("kernel-lib/src/main/python/check_notebooks.py");

    @Parameters(paramLabel = "NOTEBOOK", description = "files or folders; default: notebooks/", arity = "0..*")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--quick", description = "fewer repeats; never fewer rows, sizes or checks")
    private boolean quick;

    @Option(names = "--keep", paramLabel = "FOLDER", description = "where executed notebooks that failed are kept")
    private @Nullable Path keep;

    @Option(names = "--kernel", paramLabel = "NAME", description = "another kernel than advsys")
    private @Nullable String kernel;

    @Option(names = "--json", description = "one JSON object a notebook, in lines")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        paths.forEach(path -> arguments.add(path.toString()));
        if (quick) {
            arguments.add("--quick");
        }
        if (json) {
            arguments.add("--json");
        }
        if (keep != null) {
            arguments.addAll(List.of("--keep", keep.toString()));
        }
        if (kernel != null) {
            arguments.addAll(List.of("--kernel", kernel));
        }
        return Home.python(SCRIPT, arguments);
    }
}
