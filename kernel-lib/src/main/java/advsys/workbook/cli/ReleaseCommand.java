package advsys.workbook.cli;

import advsys.workbook.grading.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./workbook release`: the students' tree of an assignment.
@Command(
        name = "release",
        description = {
            "Makes the students' tree of an assignment: solutions become stubs, hidden checks are left out.",
            "Nothing appears unless all of it may."
        },
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ASSIGNMENT", description = "a folder of notebooks/, such as 03-locks")
    private String assignment = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "where the tree goes; default: .workbook/release/ASSIGNMENT")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Path own = Home.root().resolve(".workbook");
        Path tree = output == null ? own.resolve("release").resolve(assignment) : output;
        Release.Done done =
                new Release(Home.root(), own.resolve("masters").resolve(assignment)).release(assignment, tree);
        PrintWriter out = spec.commandLine().getOut();
        done.notebooks().forEach((name, version) -> out.println(name + ", version " + version));
        done.exercises().forEach(cell -> out.printf("  %s: %s points%n", cell.id(), number(cell.points())));
        out.printf("%d notebooks, %s points, released as %s%n", done.notebooks().size(), number(done.points()), tree);
        out.println("The masters are kept in .workbook/masters: old submissions are graded against their own.");
        out.flush();
        return 0;
    }

    private static String number(double points) {
        return points == Math.rint(points) ? String.valueOf((long) points) : String.valueOf(points);
    }
}
