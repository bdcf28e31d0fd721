package advsys.workbook.cli;

import advsys.workbook.grading.Grading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./workbook grade`: marks a folder of submissions, with a reason for every mark.
@Command(
        name = "grade",
        description = {
            "Marks a folder of submissions: a folder or a notebook for each student. Started again, it goes on.",
            "Reports and tables go to the output's folder: table.csv has the marks, feedback/ a page for each student,",
            "results/ the same as JSON. Points for answers in words are entered into written.csv; then call it again."
        },
        mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "where the submissions are")
    private @Nullable Path folder;

    @Option(
            names = "--assignment",
            paramLabel = "NAME",
            defaultValue = "03-locks",
            description = "a folder of notebooks/; default: ${DEFAULT-VALUE}")
    private String assignment = "03-locks";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "where the reports go; default: .workbook/grades/ASSIGNMENT")
    private @Nullable Path out;

    @Option(
            names = "--self-test",
            description = "prove the grader: right solutions must pass, each wrong one must be caught by its own check")
    private boolean selfTest;

    @Option(
            names = "--weaken",
            paramLabel = "CHECK",
            description = "with --self-test: let this check pass always, to see that the self-test notices")
    private String weaken = "";

    @Option(
            names = "--landlock",
            description = "not built: a weaker sandbox for hosts without user namespaces; says what it would not hold")
    private boolean landlock;

    @Option(names = "--own-code", description = "the submissions are my own: run them as me, without a sandbox")
    private boolean ownCode;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!weaken.isEmpty() && (folder != null || !selfTest)) {
            throw new IOException("--weaken is for --self-test alone: a weakened grader marks nobody");
        }
        if (landlock) {
            throw new IOException(
                    "the Landlock tier is not built, and nothing was marked: Landlock keeps files and TCP"
                            + " away, but does not hide other processes, UDP, memory or processor time. Grade with bubblewrap"
                            + " (./workbook doctor says what it needs), or in a Linux container or virtual machine that has it");
        }
        Path submissions = folder;
        if (submissions == null && !selfTest) {
            throw new IOException("name the folder of submissions, or say --self-test; --help says more");
        }
        Path own = Home.root().resolve(".workbook");
        PrintWriter print = spec.commandLine().getOut();
        try (Grading grading = grading(own.resolve("masters").resolve(assignment), print)) {
            if (selfTest) {
                List<String> problems = grading.selfTest(weaken, line -> say(print, line));
                say(
                        print,
                        problems.isEmpty() ? "The grader is sound." : problems.size() + " problems: it may not mark.");
                if (!problems.isEmpty() || submissions == null) {
                    return problems.isEmpty() ? 0 : 1;
                }
            }
            Path target = out == null ? own.resolve("grades").resolve(assignment) : out;
            Grading.Outcome outcome =
                    grading.grade(Objects.requireNonNull(submissions), target, line -> say(print, line));
            outcome.problems().forEach(problem -> say(print, target.resolve("written.csv") + ", " + problem));
            outcome.unmarked().forEach(name -> say(print, name + " could not be marked: see the report"));
            say(
                    print,
                    outcome.students() + " students, " + outcome.known() + " of them as before, " + outcome.open()
                            + " questions open; " + target.resolve("index.html"));
            return outcome.unmarked().isEmpty() && outcome.problems().isEmpty() ? 0 : 1;
        }
    }

    private Grading grading(Path masters, PrintWriter print) throws IOException, InterruptedException {
        if (ownCode || folder == null) { // the assignment's own solutions are nobody else's code
            if (ownCode) {
                say(print, "Your own code runs as you, without a sandbox: never mark others' work so.");
            }
            return Grading.ofOwnCode(Home.root(), assignment, masters);
        }
        return Grading.ofOthers(Home.root(), assignment, masters);
    }

    private static void say(PrintWriter print, String line) {
        print.println(line);
        print.flush();
    }
}
