package advsys.lab;

import advsys.lab.show.Grid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Outcomes as a table, the forbidden ones first: the verdict, the law that is its reason, how often, and the shortest
/// way there. A law under which nothing ended is a row too. Above it stands how far the exploration went.
final class OutcomesView {
    private static final int ROWS = 40;
    private static final List<String> ORDER = List.of(Laws.FORBIDDEN, Laws.NOTICED, "", Laws.ACCEPTED);

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
        for (String verdict : ORDER) {
            for (Outcomes.Outcome each : outcomes.outcomes()) {
                if (each.verdict().equals(verdict)) {
                    rows.add(row(each, subjects, factors));
                }
            }
            for (Laws.Verdict law : outcomes.unused()) {
                if (law.verdict().equals(verdict)) {
                    rows.add(never(law, head.size() - 5));
                }
            }
        }
        List<String> notes = new ArrayList<>();
        witness(outcomes).ifPresent(notes::add);
        notes.addAll(outcomes.notes());
        return new Notes(title(outcomes), notes, outcomes.host()).around(Grid.of(head, rows, ROWS));
    }

    private static List<@Nullable Object> row(Outcomes.Outcome each, boolean subjects, List<String> factors) {
        List<@Nullable Object> row = new ArrayList<>();
        if (subjects) {
            row.add(each.subject());
        }
        factors.forEach(knob -> row.add(each.knobs().get(knob)));
        row.add(mark(each.verdict()));
        row.add(each.law());
        row.add(each.outcome());
        row.add(each.count());
        row.add(each.witness().isEmpty() ? "the ordinary course" : each.witness());
        return row;
    }

    /// A law that no trial met: that is a result, if the exploration is complete.
    private static List<@Nullable Object> never(Laws.Verdict law, int blanks) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < blanks; i++) {
            row.add("");
        }
        row.add(law.verdict());
        row.add(law.law());
        row.add("never");
        row.add(0);
        row.add("");
        return row;
    }

    /// "36 trials: every combination of choices; complete. Ways to end: 1 forbidden, 2 accepted".
    private static String title(Outcomes outcomes) {
        Map<String, Integer> ways = new LinkedHashMap<>();
        ORDER.forEach(verdict -> ways.put(verdict, 0));
        outcomes.outcomes().forEach(each -> ways.merge(each.verdict(), 1, Integer::sum));
        String count = ways.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + (each.getKey().isEmpty() ? " without a law" : " " + each.getKey()))
                .collect(Collectors.joining(", "));
        return outcomes.coverage() + (count.isEmpty() ? "" : ". Ways to end: " + count);
    }

    private static Optional<String> witness(Outcomes outcomes) {
        return outcomes.outcomes().stream()
                .filter(each ->
                        each.verdict().equals(Laws.FORBIDDEN) || each.verdict().equals(Laws.NOTICED))
                .min((one, other) -> ORDER.indexOf(one.verdict()) - ORDER.indexOf(other.verdict()))
                .map(each -> "to see how it comes about, step by step: ….witness(\"" + each.law() + "\")");
    }

    private static Object mark(String verdict) {
        return switch (verdict) {
            case Laws.FORBIDDEN -> new Grid.Marked("✗ forbidden", false);
            case Laws.NOTICED -> "! noticed";
            case Laws.ACCEPTED -> "✓ accepted";
            default -> verdict;
        };
    }
}
