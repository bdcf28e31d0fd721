package advsys.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What changed between two states of a trace.
final class StateDifference {
    private static final String NONE = "none";

    private StateDifference() {}

    static Results of(
            Trace.Data trace, Map<List<@Nullable Object>, Record> before, Map<List<@Nullable Object>, Record> after) {
        Set<List<@Nullable Object>> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        Set<String> columns = new LinkedHashSet<>();
        List<Map<String, @Nullable Object>> changed = new ArrayList<>();
        for (List<@Nullable Object> key : keys) {
            Record old = before.get(key);
            Record now = after.get(key);
            if (!Objects.equals(old, now)) {
                Map<String, @Nullable Object> row = row(old, now);
                columns.addAll(row.keySet());
                changed.add(row);
            }
        }
        List<String> names = List.copyOf(columns);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : changed) {
            List<@Nullable Object> values = new ArrayList<>();
            names.forEach(name -> values.add(row.get(name)));
            rows.add(values);
        }
        return new Results(new ResultsData(
                Frame.of(names, rows),
                "",
                List.of(),
                names,
                changed.isEmpty() ? List.of("nothing changed") : List.of(),
                new MeasuredRows.End(trace.host(), rows.size(), rows.size(), false, true, List.of()),
                null));
    }

    private static Map<String, @Nullable Object> row(@Nullable Record old, @Nullable Record now) {
        Map<String, @Nullable Object> was = old == null ? Map.of() : Reflect.map(old);
        Map<String, @Nullable Object> is = now == null ? Map.of() : Reflect.map(now);
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        boolean key = true;
        for (String name : names) {
            Object before = was.get(name);
            Object after = is.get(name);
            if (key) {
                row.put(name, now == null ? before : after);
            } else if (Objects.equals(before, after)) {
                row.put(name, after);
            } else {
                row.put(name, (old == null ? NONE : before) + " → " + (now == null ? NONE : after));
            }
            key = false;
        }
        return row;
    }
}
