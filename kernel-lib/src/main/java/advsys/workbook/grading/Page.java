package advsys.workbook.grading;

import advsys.lab.show.Html;
import advsys.lab.show.Plain;
import advsys.workbook.grading.Report.OfCheck;
import advsys.workbook.grading.Report.OfNotebook;
import advsys.workbook.grading.Report.OfQuestion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reports as pages. All that comes from a student is escaped and marked as a student's; a page loads nothing and
/// runs nothing.
record Page(WrittenMarks marks) {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            body { font: 16px/1.45 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
            h1 { font-size: 1.5em } h2 { font-size: 1.2em; margin-top: 2em } h3 { font-size: 1em; margin: 1.4em 0 .2em }
            table { border-collapse: collapse } td, th { text-align: left; vertical-align: top; padding: .15em .8em .15em 0 }
            td.said, pre { white-space: pre-wrap; overflow-wrap: anywhere }
            pre, td.said { font-family: ui-monospace, monospace; font-size: .88em }
            pre { background: #f4f4f4; padding: .6em; margin: .3em 0; border-left: .3em solid #ccc }
            .holds { color: #00614a } .fails { color: #a03000 } .open { color: #555 } .small { color: #555; font-size: .88em }
            </style></head><body>
            """;
    private static final int LINE = 400;
    private static final int LINES = 200;

    /// A student's page.
    String of(Report report) {
        StringBuilder page = new StringBuilder(HEAD.formatted(text(report.student())));
        Total total = Total.of(report, marks);
        page.append("<h1>")
                .append(text(report.student()))
                .append(": ")
                .append(sum(total))
                .append("</h1>\n");
        report.remarks()
                .forEach(remark -> page.append("<p>").append(text(remark)).append("</p>\n"));
        for (OfNotebook notebook : report.notebooks()) {
            page.append("<h2>").append(text(notebook.notebook())).append("</h2>\n<p class=\"small\">release ");
            page.append(text(notebook.version())).append("</p>\n");
            for (Rebuilt.Repair repair : notebook.repairs()) {
                String where = repair.cell().isEmpty() ? "" : "cell " + repair.cell() + ": ";
                page.append("<p>").append(text(where + repair.what())).append("</p>\n");
            }
            notebook.questions().forEach(question -> append(page, report.student(), question));
        }
        page.append("<p class=\"small\">Marked with ")
                .append(text(report.grader()))
                .append("</p></body></html>\n");
        return page.toString();
    }

    private void append(StringBuilder page, String student, OfQuestion question) {
        String points = Total.points(student, question, marks).map(Csv::number).orElse("?") + " of "
                + Csv.number(question.of());
        page.append("<h3>")
                .append(text(question.id()))
                .append(": ")
                .append(points)
                .append(" points</h3>\n<p>");
        page.append(text(question.reason()));
        marks.mark(student, question.id())
                .ifPresent(mark -> page.append("</p>\n<p>Marked by a person. ").append(text(mark.comment())));
        page.append("</p>\n");
        question.checks().forEach(check -> append(page, check));
        if (!question.answer().isBlank() && !question.reason().equals("not answered")) {
            page.append("<p class=\"small\">What was handed in, word for word:</p><pre>")
                    .append(text(question.answer()))
                    .append("</pre>\n");
        }
    }

    private static void append(StringBuilder page, OfCheck check) {
        String kind = check.result().equals(OfCheck.OPEN) ? "open" : check.result();
        page.append("<p class=\"").append(kind).append("\">");
        page.append(text(check.subject() + ", " + check.check() + (check.hidden() ? " (at grading only)" : "") + ": "
                        + check.question() + " " + check.result()))
                .append("</p>\n<table>");
        check.said()
                .forEach(said -> page.append("<tr><td>")
                        .append(text(said.label()))
                        .append("</td><td class=\"said\">")
                        .append(text(said.text()))
                        .append("</td></tr>"));
        page.append("</table>\n");
    }

    /// The lecturer's page: everybody.
    String index(List<Report> reports, ResultFolder results) {
        StringBuilder page = new StringBuilder(HEAD.formatted("Marks"));
        page.append("<h1>Marks</h1>\n<table><tr><th>student</th><th>points</th><th>open</th><th>remarks</th></tr>\n");
        for (Report report : reports) {
            Total total = Total.of(report, marks);
            Stream<String> repairs = report.notebooks().stream()
                    .flatMap(notebook ->
                            notebook.repairs().stream().map(repair -> notebook.notebook() + ": " + repair.what()));
            page.append("<tr><td><a href=\"")
                    .append(Html.attribute(results.page(report.student()).replace(" ", "%20")))
                    .append("\">")
                    .append(text(report.student()))
                    .append("</a></td><td>")
                    .append(sum(total))
                    .append("</td><td>")
                    .append(total.open() == 0 ? "" : total.open())
                    .append("</td><td class=\"said\">")
                    .append(text(
                            Stream.concat(report.remarks().stream(), repairs).collect(Collectors.joining("\n"))))
                    .append("</td></tr>\n");
        }
        return page.append("</table>\n<p class=\"small\">Points for answers in words go into written.csv.</p>"
                        + "</body></html>\n")
                .toString();
    }

    private static String sum(Total total) {
        return Csv.number(total.points()) + " of " + Csv.number(total.of()) + " points"
                + (total.open() == 0 ? "" : ", " + total.open() + " open");
    }

    /// Escaped, without control characters and without marks that turn the direction of writing.
    private static String text(String text) {
        return Html.text(
                text.lines().limit(LINES).map(line -> Plain.line(line, LINE)).collect(Collectors.joining("\n")));
    }
}
