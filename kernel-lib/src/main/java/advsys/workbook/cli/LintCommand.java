package advsys.workbook.cli;

import advsys.workbook.notebook.CellCompiler;
import advsys.workbook.notebook.DamagedNotebookException;
import advsys.workbook.notebook.Finding;
import advsys.workbook.notebook.Lint;
import advsys.workbook.notebook.Notebook;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./workbook lint`: do the notebooks keep to the rules of this workbook?
@Command(
        name = "lint",
        description = "Checks that notebooks keep to the rules of this workbook; exit 1 when one does not.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NOTEBOOK", description = "files or folders; default: notebooks/", arity = "0..*")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--fix", description = "write files in canonical form, without outputs; then check")
    private boolean fix;

    @Option(names = "--compile", description = "also compile all cells, running none")
    private boolean compile;

    @Option(names = "--json", description = "print a list of {file, cell, rule, severity, what, remedy}")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> files = new ArrayList<>();
        for (Path path : paths.isEmpty() ? List.of(Home.root().resolve("notebooks")) : paths) {
            files.addAll(Lint.notebooks(path));
        }
        List<Finding> findings = new ArrayList<>();
        for (Path file : files) {
            if (fix) {
                fix(file, out);
            }
            findings.addAll(check(file));
        }
        long errors = findings.stream().filter(Finding::isError).count();
        if (json) {
            out.println(asJson(findings));
        } else {
            findings.forEach(out::println);
            out.printf("%d notebooks, %d errors, %d warnings%n", files.size(), errors, findings.size() - errors);
        }
        out.flush();
        return errors == 0 ? 0 : 1;
    }

    private void fix(Path file, PrintWriter out) throws IOException {
        try {
            if (Lint.fix(file) && !json) {
                out.println(file + ": written in canonical form");
            }
        } catch (DamagedNotebookException _) {
            // the check that follows reports it; a damaged file is left as it is
        }
    }

    private List<Finding> check(Path file) throws IOException {
        List<Finding> findings = new ArrayList<>(Lint.check(file));
        if (compile && findings.stream().noneMatch(finding -> finding.rule().equals("damaged"))) {
            findings.addAll(CellCompiler.ofThisLibrary().compile(Notebook.read(file)));
        }
        return findings;
    }

    private static String asJson(List<Finding> findings) {
        JsonArray list = new JsonArray();
        for (Finding finding : findings) {
            JsonObject object = new JsonObject();
            object.addProperty("file", finding.file().toString());
            object.addProperty("cell", finding.cell());
            object.addProperty("rule", finding.rule());
            object.addProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            object.addProperty("what", finding.what());
            object.addProperty("remedy", finding.remedy());
            list.add(object);
        }
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(list);
    }
}
