package advsys.lab;

import advsys.lab.show.Grid;
import advsys.lab.show.Html;
import advsys.lab.show.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A check for people: the sum, a line for each law, and below a failure what was expected, what came, why it
/// matters, what to try next, and the story that shows it. What a subject has said is cut and made harmless.
final class CheckView {
    private static final int LINES = 40;
    private static final int LINE = 300;
    private static final int STEPS = 60;

    /// A label and what it stands for, in one or more lines.
    private record Entry(String label, String text) {}

    private CheckView() {}

    static Bundle of(Check check) {
        String title = Plain.line(check.subject(), 60) + ": " + check.summary();
        StringBuilder text = new StringBuilder(title).append('\n');
        StringBuilder html = new StringBuilder("<div style=\"font-weight:bold;margin:2px 0\">")
                .append(Html.text(title))
                .append("</div>");
        for (Verdict verdict : Stream.concat(check.verdicts().stream(), check.hidden().stream())
                .toList()) {
            String line = mark(verdict.judgement()) + " " + verdict.check() + ": " + verdict.question();
            List<Entry> entries = entries(verdict);
            text.append("\n").append(line).append('\n');
            entries.forEach(entry -> append(text, entry));
            html.append("<div style=\"margin:6px 0 0 0\">")
                    .append(Html.text(line))
                    .append("</div>");
            html.append(table(entries));
            if (verdict.judgement() instanceof Judgement.Fails fails && fails.trace() != null) {
                Grid lanes = lanes(fails.trace());
                text.append('\n').append(lanes.text());
                html.append(lanes.html());
            }
        }
        return Bundle.html(html.toString(), text.toString()).withMetadata("advsys", summary(check));
    }

    /// One below the other.
    static Bundle of(LineUp lineUp) {
        String title = Plain.line(lineUp.summary(), LINE);
        StringBuilder text = new StringBuilder(title).append('\n');
        StringBuilder html = new StringBuilder("<div style=\"font-weight:bold;margin:2px 0 8px 0\">")
                .append(Html.text(title))
                .append("</div>");
        for (Check check : lineUp.checks()) {
            Bundle one = of(check);
            text.append('\n').append(one.text());
            html.append(one.data().get(Bundle.HTML));
        }
        return Bundle.html(html.toString(), text.toString());
    }

    /// For the self-check, which adds them up.
    private static Map<String, Object> summary(Check check) {
        long held = check.verdicts().stream().filter(Verdict::holds).count();
        Map<String, Object> figures =
                Map.of("held", held, "of", check.verdicts().size(), "more", check.atGrading());
        return Map.of("check", figures);
    }

    /// A trace, drawn actor by actor: what happens further down happens later.
    private static Grid lanes(Trace trace) {
        List<String> actors = trace.steps().stream()
                .map(Trace.Step::actor)
                .distinct()
                .sorted()
                .toList();
        List<String> head = new ArrayList<>(List.of("step"));
        head.addAll(actors);
        List<List<Object>> rows = new ArrayList<>();
        for (Trace.Step step : trace.steps()) {
            List<Object> row = new ArrayList<>(List.of(step.number()));
            actors.forEach(actor -> row.add(actor.equals(step.actor()) ? step.event() : ""));
            rows.add(row);
        }
        return Grid.of(head, rows, STEPS);
    }

    private static String mark(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Holds _ -> "✓";
            case Judgement.Fails _ -> "✗";
            case Judgement.CannotJudge _ -> "?";
        };
    }

    private static List<Entry> entries(Verdict verdict) {
        List<Entry> entries = new ArrayList<>();
        switch (verdict.judgement()) {
            case Judgement.Holds(String seen) -> entries.add(new Entry("", seen));
            case Judgement.CannotJudge(String reason, String remedy) -> {
                entries.add(new Entry("cannot judge here", reason));
                entries.add(new Entry("try next", remedy));
            }
            case Judgement.Fails fails -> {
                entries.add(new Entry("expected", fails.expected()));
                entries.add(new Entry("got", fails.got()));
                entries.add(new Entry("witness", fails.witness()));
                entries.add(new Entry("why it matters", fails.why()));
                entries.add(new Entry("try next", fails.tryNext()));
                entries.add(new Entry("seed", String.valueOf(verdict.seed())));
            }
        }
        return entries.stream()
                .map(entry -> new Entry(entry.label(), clean(entry.text())))
                .filter(entry -> !entry.text().isBlank())
                .toList();
    }

    private static String clean(String text) {
        return text.lines().limit(LINES).map(line -> Plain.line(line, LINE)).collect(Collectors.joining("\n"));
    }

    private static void append(StringBuilder text, Entry entry) {
        String label = entry.label().isEmpty() ? "" : entry.label() + ": ";
        text.append("    ")
                .append(label)
                .append(entry.text().replace("\n", "\n    "))
                .append('\n');
    }

    private static String table(List<Entry> entries) {
        StringBuilder html =
                new StringBuilder("<table style=\"border-collapse:collapse;margin:0 0 0 1.4em;text-align:left\">");
        for (Entry entry : entries) {
            html.append("<tr><td style=\"text-align:left;vertical-align:top;padding:1px 10px 1px 0;opacity:0.8\">")
                    .append(Html.text(entry.label()))
                    .append("</td><td style=\"text-align:left;white-space:pre-wrap;padding:1px 0\">")
                    .append(Html.text(entry.text()))
                    .append("</td></tr>");
        }
        return html.append("</table>").toString();
    }
}
