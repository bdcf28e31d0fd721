package advsys.workbook.grading;

import advsys.lab.Check;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Marks an assignment's submissions: what `./workbook grade` does.
///
/// - **Guarantee** see [Batch], [Marking] and [SelfTest].
/// - **Errors** name the input, the reason and the remedy.
public final class Grading implements AutoCloseable {
    private static final String CHECKS = "(lab|locks|workbook/grading)/.*\\.class";

    private final Masters masters;
    private final Asker asker;
    private final Marking marking;
    private final Path material;
    private final String description;

    /// @param root the instructor's workbook
    /// @param assignment a folder of `notebooks/`
    /// @param kept where releases have kept their masters
    /// @throws IOException if the assignment cannot be read
    Grading(Path root, String assignment, Path kept, Asker asker) throws IOException {
        Path folder = root.resolve("notebooks").resolve(assignment);
        this.masters = Masters.of(folder, kept);
        this.asker = asker;
        this.marking = new Marking(asker);
        this.material = folder.resolve("exercises");
        this.description = "JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + asker.description();
    }

    /// One that runs submissions in this very process: for one's own code, and for the assignment's.
    public static Grading ofOwnCode(Path root, String assignment, Path kept) throws IOException {
        return new Grading(root, assignment, kept, new InProcess());
    }

    /// One that runs submissions in the sandbox.
    ///
    /// @throws IOException if there is no sandbox here, or the assignment cannot be read
    public static Grading ofOthers(Path root, String assignment, Path kept) throws IOException, InterruptedException {
        return new Grading(root, assignment, kept, InSandbox.open());
    }

    /// How a batch went.
    ///
    /// @param students that have a report
    /// @param known of them, from an earlier run
    /// @param open questions that a person has to decide
    /// @param unmarked students of whom the grader could make nothing: its own fault
    /// @param problems in the table of points that people give
    public record Outcome(int students, int known, int open, List<String> unmarked, List<String> problems) {}

    /// Marks the submissions in `folder` and writes reports and tables to `out`.
    ///
    /// @param say hears of each student, in a line
    /// @throws IOException if one of the folders cannot be used
    public Outcome grade(Path folder, Path out, Consumer<String> say) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder: name the one that holds the submissions");
        }
        int[] known = {0};
        ResultFolder results = new ResultFolder(out);
        Grader grader = new Grader(masters, marking, description, checks());
        List<Report> reports = new Batch(grader, results).run(folder, step -> {
            known[0] += step.known() ? 1 : 0;
            say.accept(line(step));
        });
        Path written = out.resolve("written.csv");
        WrittenMarks marks = WrittenMarks.of(Files.readString(written));
        int open = reports.stream()
                .mapToInt(report -> Total.of(report, marks).open())
                .sum();
        List<String> unmarked = reports.stream()
                .filter(report -> report.notebooks().isEmpty())
                .map(Report::student)
                .toList();
        return new Outcome(reports.size(), known[0], open, unmarked, marks.problems());
    }

    private static String line(Batch.Step step) {
        Total total = Total.of(step.report(), WrittenMarks.of(""));
        return String.format(
                Locale.ROOT,
                "%d of %d: %s, %s of %s points%s%s",
                step.number(),
                step.of(),
                advsys.lab.show.Plain.line(step.report().student(), 60),
                Csv.number(total.points()),
                Csv.number(total.of()),
                total.open() == 0 ? "" : ", " + total.open() + " open",
                step.known() ? " (as before)" : "");
    }

    /// Proves the grader; what did not come as it should is in the answer, and nothing else.
    ///
    /// @param weaken the name of a check that is to pass always, to see that this is noticed; "" for none
    /// @param say hears of each case, in a line
    public List<String> selfTest(String weaken, Consumer<String> say) throws IOException, InterruptedException {
        Asker tried = weaken.isEmpty() ? asker : new Weakened(asker, weaken);
        return new SelfTest(masters, tried, material)
                        .run(each -> say.accept((each.problem().isEmpty() ? "✓ " : "✗ ")
                                + each.what()
                                + (each.problem().isEmpty() ? "" : ": " + each.problem())))
                        .stream()
                        .filter(each -> !each.problem().isEmpty())
                        .map(each -> each.what() + ": " + each.problem())
                        .toList();
    }

    /// Names the checks' code: the jar's bytes, or those of the class files that can matter.
    static String checks() throws IOException {
        CodeSource source = Check.class.getProtectionDomain().getCodeSource();
        Hash hash = new Hash();
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(place)) {
                return hash.add(Files.readAllBytes(place)).hex();
            }
            Path classes = place.resolve("advsys");
            try (Stream<Path> walk = Files.walk(classes)) {
                for (Path file : walk.filter(each -> classes.relativize(each)
                                .toString()
                                .replace('\\', '/')
                                .matches(CHECKS))
                        .sorted()
                        .toList()) {
                    hash.add(classes.relativize(file).toString()).add(Files.readAllBytes(file));
                }
            }
            return hash.hex();
        } catch (URISyntaxException impossible) {
            throw new IOException("the library's place is no path: " + source.getLocation(), impossible);
        }
    }

    @Override
    public void close() {
        asker.close();
    }
}
