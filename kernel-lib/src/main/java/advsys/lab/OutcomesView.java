package advsys.lab;

import advsys.lab.show.Grid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Outcomes as a table, the forbidden ones first, with how far the exploration went.
final class OutcomesView {
    private static final int ROWS = 40;
    private static final List<String> ORDER = List.of("forbidden", "noticed", "", "accepted");

    private OutcomesView() {}

    static Bundle of(Outcomes outcomes) {
        List<String> factors = outcomes.factors();
        boolean subjects = outcomes.outcomes().stream()
                        .map(Outcomes.Outcome::subject)
                        .distinct()
                        .count()
                > 1;
        List<String> head = new ArrayList<>();
        if (subjects) {
            head.add(outcomes.subjectColumn());
        }
        head.addAll(factors);
        head.addAll(List.of("verdict", "law", "outcome", "count", "shortest witness"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        outcomes.outcomes().stream()
                .sorted((one, other) -> ORDER.indexOf(one.verdict()) - ORDER.indexOf(other.verdict()))
                .forEach(each -> {
                    List<@Nullable Object> row = new ArrayList<>();
                    if (subjects) {
                        row.add(each.subject());
                    }
                    factors.forEach(knob -> row.add(each.knobs().get(knob)));
                    row.add(mark(each.verdict()));
                    row.add(each.law());
                    row.add(each.outcome());
                    row.add(each.count());
                    row.add(each.witness());
                    rows.add(row);
                });
        String title = outcomes.trials() + (outcomes.trials() == 1 ? " trial" : " trials") + ", "
                + (outcomes.complete() ? "complete" : "not complete") + ": " + outcomes.coverage();
        return new Notes(title, outcomes.notes(), outcomes.host()).around(Grid.of(head, rows, ROWS));
    }

    private static String mark(String verdict) {
        return switch (verdict) {
            case "forbidden" -> "✗ forbidden";
            case "noticed" -> "! noticed";
            case "accepted" -> "✓ accepted";
            default -> verdict;
        };
    }
}
