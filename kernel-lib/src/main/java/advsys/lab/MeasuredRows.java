package advsys.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects the trials of a measurement and makes results of them.
final class MeasuredRows<S, R extends Record> {
    /// How the measurement as a whole ended.
    ///
    /// @param moment when it ended, in the order of this JVM's [Moment]s
    record End(
            @Nullable HostCard host,
            int planned,
            int done,
            boolean interrupted,
            boolean exact,
            List<String> notes,
            long moment) {
        /// It ended now.
        End(@Nullable HostCard host, int planned, int done, boolean interrupted, boolean exact, List<String> notes) {
            this(host, planned, done, interrupted, exact, notes, Moment.next());
        }
    }

    private record Row<S, R extends Record>(
            Subject<S> subject, Map<String, Object> setting, int trial, long seed, TrialEnd<R> end) {}

    private final Plan<S, R> plan;
    private final List<Row<S, R>> rows = new ArrayList<>();

    MeasuredRows(Plan<S, R> plan) {
        this.plan = plan;
    }

    void add(Subject<S> subject, Map<String, Object> setting, int trial, long seed, TrialEnd<R> end) {
        rows.add(new Row<>(subject, setting, trial, seed, end));
    }

    /// The median share of CPU time that others took.
    double interference() {
        return Summary.of(
                        rows.stream().mapToDouble(row -> row.end.interference()).toArray())
                .median();
    }

    /// The results, in the reader's order: subjects, settings, repeats.
    Results results(End end) {
        List<Map<String, Object>> settings = plan.settings();
        rows.sort(Comparator.<Row<S, R>>comparingInt(row -> plan.subjects().indexOf(row.subject))
                .thenComparingInt(row -> settings.indexOf(row.setting))
                .thenComparingInt(row -> row.trial));
        List<Map<String, @Nullable Object>> measured =
                rows.stream().map(row -> measured(row.end)).toList();
        Set<String> measures = new LinkedHashSet<>();
        measured.forEach(each -> measures.addAll(each.keySet()));
        requireFree(measures);
        Set<String> columns = new LinkedHashSet<>(List.of(plan.column()));
        columns.addAll(plan.knobs().names());
        columns.addAll(List.of("trial", "seed"));
        columns.addAll(measures);
        List<Map<String, @Nullable Object>> whole = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            whole.add(whole(rows.get(i), measured.get(i)));
        }
        whole.forEach(row -> columns.addAll(row.keySet()));
        List<String> names = List.copyOf(columns);
        Frame frame = Frame.of(
                names,
                whole.stream()
                        .map(row ->
                                names.stream().<@Nullable Object>map(row::get).toList())
                        .toList());
        List<String> notes = new ArrayList<>(end.notes);
        notes.addAll(failures());
        return new Results(new ResultsData(
                frame, plan.column(), plan.knobs().names(), List.copyOf(measures), notes, end, this::trace));
    }

    private Trace trace(int row) {
        Row<S, R> chosen = rows.get(row);
        return Tracing.bySeed(plan, chosen.subject, chosen.setting, chosen.seed);
    }

    private void requireFree(Set<String> measures) {
        for (String measure : measures) {
            if (measure.equals(plan.column()) || plan.knobs().names().contains(measure)) {
                throw new IllegalArgumentException("two columns are called \"" + measure
                        + "\", a knob or the subjects and a measured one: rename the component of the row");
            }
        }
    }

    private static <R extends Record> Map<String, @Nullable Object> measured(TrialEnd<R> end) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        if (end.end() instanceof Supervised.End.Value<R>(R row)) {
            columns.putAll(Reflect.map(row));
        }
        end.trial().reported().forEach(reported -> columns.putAll(Reflect.map(reported)));
        return columns;
    }

    private Map<String, @Nullable Object> whole(Row<S, R> row, Map<String, @Nullable Object> measured) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(plan.column(), row.subject.label());
        columns.putAll(row.setting);
        columns.put("trial", row.trial);
        columns.put("seed", row.seed);
        columns.putAll(measured);
        if (!plan.laws().isEmpty() && row.end.end() instanceof Supervised.End.Value<R>(R value)) {
            Laws.Verdict verdict = plan.laws().judge(value);
            columns.put("verdict", verdict.verdict());
            columns.put("law", verdict.law());
        }
        columns.put("outcome", Failures.outcome(row.end.end()));
        if (!Double.isNaN(row.end.trial().overlap())) {
            columns.put("overlap", row.end.trial().overlap());
        }
        if (!Double.isNaN(row.end.interference())) {
            columns.put("interference", row.end.interference());
        }
        return columns;
    }

    /// One sentence for each way in which a subject failed.
    private List<String> failures() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Row<S, R> row : rows) {
            Failures.sentence(row.end.end(), " and not tried again")
                    .ifPresent(text -> counts.merge(
                            plan.describe(row.subject.label(), row.setting) + " " + text, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(each -> each.getKey() + (each.getValue() > 1 ? " (" + each.getValue() + " trials)" : ""))
                .toList();
    }
}
