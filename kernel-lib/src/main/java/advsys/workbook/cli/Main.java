package advsys.workbook.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Entry point of the library's side of `./workbook`.
///
/// Exit codes: 0 what the command promises holds, 1 it does not, 2 it was called wrongly or lacks something.
@Command(
        name = "./workbook",
        description = "Checks and measures the notebooks and the kernel.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            LintCommand.class,
            CheckCommand.class,
            RunCommand.class,
            SweepCommand.class,
            CompareCommand.class,
            IndexCommand.class,
            BenchCommand.class,
            ReproduceCommand.class,
            ReleaseCommand.class,
            SelfCheckCommand.class,
            GradeCommand.class
        },
        synopsisSubcommandLabel =
                "lint | check | run | sweep | compare | index | bench | reproduce | release | self-check | grade")
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /// Runs one command and ends the JVM with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Main());
        command.setExecutionExceptionHandler((problem, line, parsed) -> {
            line.getErr().println(problem.getMessage() == null ? problem.toString() : problem.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
        return command;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
