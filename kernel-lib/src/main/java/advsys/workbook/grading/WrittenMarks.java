package advsys.workbook.grading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Points that a person has given, in a table that a spreadsheet opens: `student,question,of,points,comment`.
///
/// - **Guarantee** what somebody has entered stays, whatever else is written.
/// - **Errors** a line that cannot be used is a problem with its number, and is kept as it is.
final class WrittenMarks {
    /// @param of as it stands there
    /// @param said for points, as it stands there; "" while nobody has decided
    record Mark(String student, String question, String of, String said, String comment) {
        /// What was given, if it is a number from 0 to `of`.
        Optional<Double> points() {
            try {
                double points = number(said);
                return points >= 0 && points <= number(of) ? Optional.of(points) : Optional.empty();
            } catch (NumberFormatException notOne) {
                return Optional.empty();
            }
        }

        private static double number(String text) {
            return Double.parseDouble(text.strip().replace(',', '.'));
        }
    }

    private static final List<String> HEAD = List.of("student", "question", "of", "points", "comment");

    private final Map<List<String>, Mark> marks = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /// Reads what `csv` says; "" when there is none yet.
    static WrittenMarks of(String csv) {
        WrittenMarks all = new WrittenMarks();
        List<List<String>> lines = Csv.read(csv);
        for (int i = 1; i < lines.size(); i++) {
            all.read(lines.get(i), i + 1);
        }
        return all;
    }

    private void read(List<String> line, int number) {
        if (line.size() < HEAD.size()) {
            if (!String.join("", line).isBlank()) {
                problems.add("line " + number + " has " + line.size() + " columns: there are five, "
                        + String.join(", ", HEAD));
            }
            return;
        }
        Mark mark = new Mark(
                Csv.plain(line.get(0)), line.get(1), line.get(2), line.get(3).strip(), line.get(4));
        if (!mark.said().isEmpty() && mark.points().isEmpty()) {
            problems.add("line " + number + " gives " + mark.said() + " of " + mark.of()
                    + " points: write a number from 0 to " + mark.of());
        }
        marks.put(List.of(mark.student(), mark.question()), mark);
    }

    /// What is wrong with the table, line by line.
    List<String> problems() {
        return List.copyOf(problems);
    }

    /// Has a line for what is open in `report`.
    void add(Report report) {
        for (Report.OfQuestion question : report.questions()) {
            if (question.points() == null) {
                marks.putIfAbsent(
                        List.of(report.student(), question.id()),
                        new Mark(report.student(), question.id(), Csv.number(question.of()), "", ""));
            }
        }
    }

    /// What a person has given for a question.
    Optional<Mark> mark(String student, String question) {
        return Optional.ofNullable(marks.get(List.of(student, question)))
                .filter(mark -> mark.points().isPresent());
    }

    String csv() {
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        marks.values()
                .forEach(mark ->
                        lines.add(List.of(mark.student(), mark.question(), mark.of(), mark.said(), mark.comment())));
        return Csv.write(lines);
    }
}
