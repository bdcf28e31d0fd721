package advsys.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/// What was measured: one row for each trial, with the subject, the knobs, the trial's seed, and what the scenario and
/// the lab observed. Immutable; each verb returns a copy.
///
/// - **Errors** a column that is not there is refused with the list of those that are.
public final class Results implements Rows {
    private final ResultsData data;

    Results(ResultsData data) {
        this.data = data;
    }

    @Override
    public Table table() {
        return data.frame().toTable(data.subjectColumn().isEmpty() ? "rows" : data.subjectColumn());
    }

    /// The rows whose `column` is `value`. Numbers compare by value, everything else by its text.
    public Results where(String column, Object value) {
        Frame frame = data.frame();
        List<Integer> kept = IntStream.range(0, frame.size())
                .filter(row -> Frame.same(frame.at(row, column), value))
                .boxed()
                .toList();
        if (kept.isEmpty() && frame.size() > 0) {
            throw new IllegalArgumentException("no row has " + column + " = " + value + "; there are "
                    + frame.column(column).stream().distinct().limit(20).toList());
        }
        return pick(kept);
    }

    private Results pick(List<Integer> rows) {
        List<Integer> origins = rows.stream().map(data.origins()::get).toList();
        return new Results(data.with(RowsOf.pick(data.frame(), rows), origins));
    }

    /// Divides every measured number by that of the row which is alike in all but `column`, and has `value` there: of
    /// the same trial where there is one. Rows without such a partner have no number then.
    public Results relativeTo(String column, Object value) {
        return new Results(Relative.to(data, column, value));
    }

    /// The ten rows with the greatest `column`, the greatest first.
    public Results top(String column) {
        Frame frame = data.frame();
        frame.column(column);
        return pick(IntStream.range(0, frame.size())
                .boxed()
                .filter(row -> !Double.isNaN(frame.number(row, column)))
                .sorted((a, b) -> Double.compare(frame.number(b, column), frame.number(a, column)))
                .limit(10)
                .toList());
    }

    /// Compares two subjects, or two values of the one knob that varies, in `column`: by pairs that are alike in
    /// everything else, the trial and its seed included.
    ///
    /// @throws IllegalArgumentException if `a` or `b` is neither
    public Comparison compare(String column, Object a, Object b) {
        return Pairs.compare(data, column, a, b);
    }

    /// The trial of the first row once more, step by step. What depends on the host's timing comes out anew.
    public Trace trace() {
        if (data.frame().size() == 0) {
            throw new IllegalStateException("there is no row to trace");
        }
        if (data.replay() == null) {
            throw new IllegalStateException("these rows were computed from others: trace the experiment's own results");
        }
        return data.replay().apply(data.origins().getFirst());
    }

    Frame frame() {
        return data.frame();
    }

    String subjectColumn() {
        return data.subjectColumn();
    }

    /// The knobs that vary in these rows.
    List<String> factors() {
        return data.knobs().stream()
                .filter(knob -> data.frame().column(knob).stream().distinct().count() > 1)
                .toList();
    }

    /// The knobs that do not.
    List<String> constants() {
        List<String> factors = factors();
        return data.knobs().stream().filter(knob -> !factors.contains(knob)).toList();
    }

    Map<String, @Nullable Object> fixed() {
        Map<String, @Nullable Object> fixed = new LinkedHashMap<>();
        if (data.frame().size() > 0) {
            constants().forEach(knob -> fixed.put(knob, data.frame().at(0, knob)));
        }
        return fixed;
    }

    List<String> measures() {
        return data.measures();
    }

    /// Sentences to print below the rows.
    List<String> notes() {
        List<String> notes = new ArrayList<>(Against.sentences(data, factors()));
        notes.addAll(Disturbance.notes(data.frame()));
        notes.addAll(data.notes());
        return notes;
    }

    /// What the measures are relative to, "threads = 1"; "" when they are as measured.
    String relative() {
        return data.relative();
    }

    @Nullable
    HostCard host() {
        return data.end().host();
    }

    /// When the trials ended, in the order of this JVM's [Moment]s.
    long moment() {
        return data.end().moment();
    }

    ResultsData data() {
        return data;
    }

    int planned() {
        return data.end().planned();
    }

    int done() {
        return data.end().done();
    }

    boolean interrupted() {
        return data.end().interrupted();
    }

    /// One summary for each subject in each setting.
    List<Group> summary(String measure) {
        return Groups.of(data, factors(), measure);
    }

    @Override
    public Bundle shown() {
        return SavedRows.in(ResultsView.of(this), this);
    }

    @Override
    public String toString() {
        return shown().text();
    }

    /// Two sides of a column, compared by pairs of trials that are alike in everything else.
    ///
    /// - **Rule** a pair less than 2 % apart is the same (where results are exact: only equal numbers are); a sign
    ///   test over the other pairs decides with p ≤ 5 %, else the two are *not distinguishable here*. Six pairs are
    ///   the least that can decide, but for exact results that all go the same way.
    ///
    /// @param what the measure and the two sides
    /// @param medianRatio the first divided by the second, median over the pairs
    /// @param low the lower end of its 95 % interval
    /// @param high the upper end
    /// @param lower pairs in which the first is lower
    /// @param same pairs in which they are the same
    /// @param higher pairs in which the first is higher
    /// @param verdict faster, slower, higher, lower, the same, or not distinguishable here
    public record Comparison(
            String what, double medianRatio, double low, double high, int lower, int same, int higher, String verdict)
            implements Shown {
        @Override
        public Bundle shown() {
            return Bundle.text(toString());
        }

        /// One sentence.
        @Override
        public String toString() {
            return Pairs.sentence(this);
        }
    }

    /// One measure over the repeats of one subject in one setting.
    record Group(String subject, List<@Nullable Object> factors, Summary summary) {}
}
