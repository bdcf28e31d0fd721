package advsys.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/// All the ways to end that an exploration has found, with a verdict, a count and a witness for each.
///
/// A count is a number of combinations of choices, and no probability; with [Trial#merge] it is not even that.
public final class Outcomes implements Rows {
    /// One way to end, of one subject in one setting.
    ///
    /// @param outcome the row, or how it failed
    /// @param verdict accepted, noticed or forbidden; "" without a law
    /// @param count the trials that ended so
    /// @param witness the choices other than the ordinary course that lead there, "crash = 3, order = 1"
    /// @param departures how many those are
    /// @param trace runs the witness again
    record Outcome(
            String subject,
            Map<String, Object> knobs,
            String outcome,
            String verdict,
            String law,
            long count,
            String witness,
            int departures,
            Supplier<Trace> trace) {}

    record Data(
            String subjectColumn,
            List<String> knobs,
            List<Outcome> outcomes,
            boolean complete,
            long trials,
            String coverage,
            List<String> notes,
            @Nullable HostCard host,
            List<Laws.Verdict> laws) {}

    private final Data data;

    Outcomes(Data data) {
        this.data = data;
    }

    @Override
    public Table table() {
        return frame().toTable("outcomes");
    }

    /// True when nothing was left out: no bound, no sample, no budget, no interrupt.
    public boolean complete() {
        return data.complete;
    }

    /// The trial that ends as `law` says with the fewest departures from the ordinary course, step by step. `law` is
    /// the name of a law, "not foreseen", "threw" or "hung".
    ///
    /// @throws IllegalArgumentException if no trial ended so, with what there is
    public Trace witness(String law) {
        return data.outcomes.stream()
                .filter(outcome -> outcome.law.equals(law))
                .min(Comparator.comparingInt(Outcome::departures))
                .orElseThrow(() -> noneUnder(law))
                .trace
                .get();
    }

    private IllegalArgumentException noneUnder(String law) {
        Set<String> found = new LinkedHashSet<>();
        data.outcomes.forEach(outcome -> found.add(outcome.law));
        List<String> laws = data.laws.stream().map(Laws.Verdict::law).toList();
        return new IllegalArgumentException(
                laws.contains(law)
                        ? "no trial ended as \"" + law + "\" says; there are " + found
                        : "there is no law \"" + law + "\"; the laws are " + laws + ", and the trials ended as "
                                + found);
    }

    String subjectColumn() {
        return data.subjectColumn;
    }

    /// The knobs that vary.
    List<String> factors() {
        return data.knobs.stream()
                .filter(knob -> data.outcomes.stream()
                                .map(outcome -> outcome.knobs.get(knob))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    List<Outcome> outcomes() {
        return data.outcomes;
    }

    long trials() {
        return data.trials;
    }

    /// The laws under which no trial ended.
    List<Laws.Verdict> unused() {
        return data.laws.stream()
                .filter(law -> data.outcomes.stream().noneMatch(outcome -> outcome.law.equals(law.law())))
                .toList();
    }

    /// How far the exploration went, in one sentence.
    String coverage() {
        return data.coverage;
    }

    List<String> notes() {
        return data.notes;
    }

    @Nullable
    HostCard host() {
        return data.host;
    }

    Frame frame() {
        List<String> columns = new ArrayList<>(List.of(data.subjectColumn));
        columns.addAll(data.knobs);
        columns.addAll(List.of("outcome", "verdict", "law", "count", "witness"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Outcome each : data.outcomes) {
            List<@Nullable Object> row = new ArrayList<>(List.of(each.subject));
            data.knobs.forEach(knob -> row.add(each.knobs.get(knob)));
            row.addAll(List.of(each.outcome, each.verdict, each.law, each.count, each.witness));
            rows.add(row);
        }
        return Frame.of(columns, rows);
    }

    @Override
    public Bundle shown() {
        return OutcomesView.of(this);
    }

    @Override
    public String toString() {
        return shown().text();
    }
}
