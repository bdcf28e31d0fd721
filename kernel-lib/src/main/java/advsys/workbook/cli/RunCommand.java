package advsys.workbook.cli;

import advsys.workbook.notebook.Notebook;
import advsys.workbook.rerun.Parameters;
import advsys.workbook.rerun.Run;
import advsys.workbook.rerun.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./workbook run`: a notebook with other parameters, without a browser.
@Command(
        name = "run",
        description = {
            "Runs a notebook with other parameters and keeps the executed notebook.",
            "",
            "What can be set is declared in its cell with the tag 'parameters': --list shows it. Values are read by"
                    + " the declared type: 4, 1_000, 0xFF, 2.5e3, true, text, {1, 2, 4} or 1,2,4 for an array, a constant"
                    + " of an enumeration. Where the name or the comment names a unit (holdNanos), a value may have"
                    + " one as well: 5us; durations always do: 1.5s. A comment such as '// 1..64' is a range.",
            "",
            "Exit status: 0 every cell ran, 1 one failed (the notebook so far is kept), 2 refused."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final Path DRIVER = Path.of("kernel-lib/src/main/python/run_notebook.py");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @picocli.CommandLine.Parameters(paramLabel = "NOTEBOOK", description = "what to run")
    private Path notebook = Path.of("");

    @Option(names = "-p", paramLabel = "name=value", description = "sets a parameter; may be given several times")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "-o",
            paramLabel = "OUT",
            description = "the executed notebook; default: a new file in .workbook/runs")
    private @Nullable Path output;

    @Option(names = "--list", description = "only list the parameters")
    private boolean list;

    @Option(names = "--quick", description = "fewer repeats; never fewer rows, sizes or checks")
    private boolean quick;

    @Option(names = "--kernel", paramLabel = "NAME", description = "another kernel than advsys")
    private String kernel = "advsys";

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Notebook source = Notebook.read(notebook);
        Parameters declared = Parameters.of(source);
        Map<String, Value> values = declared.read(parameters);
        if (list) {
            out.println(declared.table());
            return 0;
        }
        Path target = output == null ? newFile(source.file()) : output;
        requireFile(target, source.file());
        boolean whole = new Run(source, values, target)
                .execute(plan -> Home.script(DRIVER, List.of(plan.toString())), kernel, quick, out, Home.isTerminal());
        return whole ? 0 : 1;
    }

    /// A run must not take the place of its own source, and a folder is no file.
    static void requireFile(Path target, Path source) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException(
                    target + " is a folder: name the file, as in -o " + target.resolve(source.getFileName()));
        }
        if (Files.exists(target) && Files.isSameFile(target, source)) {
            throw new IOException(target + " is the notebook itself: name another file with -o");
        }
    }

    private static Path newFile(Path source) {
        String name = source.getFileName().toString().replaceFirst("\\.ipynb$", "");
        Path folder = source.toAbsolutePath().normalize().getParent();
        String chapter = folder == null || folder.getFileName() == null ? "" : folder.getFileName() + "-";
        String time = LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        return Home.root().resolve(".workbook/runs").resolve(chapter + name + "-" + time + ".ipynb");
    }
}
