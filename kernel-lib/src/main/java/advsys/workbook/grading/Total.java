package advsys.workbook.grading;

import advsys.workbook.grading.Report.OfQuestion;
import java.util.Optional;

/// A report's sum, with what a person has given.
///
/// @param points given so far
/// @param of that can be had
/// @param open questions that somebody has to decide
record Total(double points, double of, int open) {
    static Total of(Report report, WrittenMarks marks) {
        double points = 0;
        double of = 0;
        int open = 0;
        for (OfQuestion question : report.questions()) {
            Optional<Double> given = points(report.student(), question, marks);
            points += given.orElse(0.0);
            of += question.of();
            open += given.isPresent() ? 0 : 1;
        }
        return new Total(Math.round(points * 100) / 100.0, of, open);
    }

    /// The points for a question: a person's word counts before the machine's.
    static Optional<Double> points(String student, OfQuestion question, WrittenMarks marks) {
        return marks.mark(student, question.id())
                .flatMap(WrittenMarks.Mark::points)
                .or(() -> Optional.ofNullable(question.points()));
    }
}
