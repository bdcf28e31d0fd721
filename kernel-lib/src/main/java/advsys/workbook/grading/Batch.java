package advsys.workbook.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Marks a folder of submissions, one after the other.
///
/// - **Guarantee** every submission has one report in the end, whatever is in it, also when the batch is killed at any
///   moment and started again: a report is written whole, and is made again only when what it depends on is another
///   or something in it was left open.
final class Batch {
    /// How far it is.
    ///
    /// @param known the report was there already
    record Step(int number, int of, Report report, boolean known) {}

    private final Grader grader;
    private final ResultFolder results;

    Batch(Grader grader, ResultFolder results) {
        this.grader = grader;
        this.results = results;
    }

    /// Marks all of `folder`, and writes the tables.
    ///
    /// @return the reports, in the order of the students' names
    /// @throws IOException if `folder` cannot be read or the results cannot be written
    List<Report> run(Path folder, Consumer<Step> progress) throws IOException, InterruptedException {
        List<Path> students = Handed.students(folder);
        if (students.isEmpty()) {
            throw new IOException("there are no submissions in " + folder
                    + ": give each student a folder there, or put notebooks into it");
        }
        Path written = results.folder().resolve("written.csv");
        WrittenMarks marks = WrittenMarks.of(Files.exists(written) ? Files.readString(written) : "");
        List<Report> reports = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path entry : students) {
            Handed read = Handed.read(entry);
            Handed handed = names.add(read.student())
                    ? read // else a folder and a file share a name
                    : new Handed(entry.getFileName().toString(), read.files(), read.remarks());
            names.add(handed.student());
            Optional<Report> before = results.read(handed.student()).filter(report -> isWhole(report, handed));
            if (entry.equals(students.getLast())) {
                grader.last();
            }
            Report report = before.isPresent() ? before.get() : mark(handed);
            results.write(report);
            marks.add(report);
            results.writePage(report, new Page(marks).of(report));
            reports.add(report);
            progress.accept(new Step(reports.size(), students.size(), report, before.isPresent()));
        }
        results.write("written.csv", marks.csv());
        results.write("table.csv", table(reports, marks));
        results.write("index.html", new Page(marks).index(reports, results));
        return reports;
    }

    /// True for a report that is of the same key, with nothing left open that the machine could decide.
    private boolean isWhole(Report report, Handed handed) {
        return report.key().equals(grader.key(handed))
                && report.questions().stream().allMatch(question -> question.written() || question.points() != null);
    }

    private Report mark(Handed handed) throws InterruptedException {
        try {
            return grader.report(handed);
        } catch (IOException | RuntimeException | StackOverflowError broken) { // the grader's fault, not the student's
            return new Report(
                    handed.student(),
                    "", // no key: it is tried again
                    "",
                    List.of("the grader could not mark this submission, and nothing is taken from it: " + broken),
                    List.of());
        }
    }

    /// A line for each student: points for each question, "?" where somebody has to decide.
    static String table(List<Report> reports, WrittenMarks marks) {
        Set<String> questions = new LinkedHashSet<>();
        reports.forEach(report -> report.questions().forEach(question -> questions.add(question.id())));
        List<String> head = new ArrayList<>(List.of("student", "points", "of", "open"));
        head.addAll(questions);
        head.add("remarks");
        List<List<String>> lines = new ArrayList<>(List.of(head));
        for (Report report : reports) {
            Total total = Total.of(report, marks);
            List<String> line = new ArrayList<>(List.of(
                    report.student(),
                    Csv.number(total.points()),
                    Csv.number(total.of()),
                    String.valueOf(report.notebooks().isEmpty() ? "all" : total.open())));
            for (String id : questions) {
                line.add(report.questions().stream()
                        .filter(question -> question.id().equals(id))
                        .findFirst()
                        .map(question -> Total.points(report.student(), question, marks)
                                .map(Csv::number)
                                .orElse("?"))
                        .orElse("?"));
            }
            long repairs = report.notebooks().stream()
                    .mapToLong(notebook -> notebook.repairs().size())
                    .sum();
            line.add(
                    repairs + report.remarks().size() == 0
                            ? ""
                            : (repairs + report.remarks().size()) + " in " + "the report");
            lines.add(line);
        }
        return Csv.write(lines);
    }
}
