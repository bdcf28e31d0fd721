package advsys.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state at a point of a trace. A step may tell only what it changed: the latest record of each class and key
/// counts.
final class TraceState {
    private TraceState() {}

    /// Of two records with the same key the later one counts: their class, and their first component.
    static List<@Nullable Object> key(Record record) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(record.getClass());
        key.add(Reflect.first(record));
        return key;
    }

    /// The state after the first `count` of the steps.
    static Map<List<@Nullable Object>, Record> after(List<Trace.Step> steps, int count) {
        Map<List<@Nullable Object>, Record> state = new LinkedHashMap<>();
        for (Trace.Step step : steps.subList(0, count)) {
            step.state().forEach(each -> state.put(key(each), each));
        }
        return state;
    }

    /// The records by their class, both in the order of appearance.
    static Map<Class<?>, List<Record>> byClass(Collection<? extends Record> state) {
        Map<Class<?>, List<Record>> byClass = new LinkedHashMap<>();
        state.forEach(each -> byClass.computeIfAbsent(each.getClass(), type -> new ArrayList<>())
                .add(each));
        return byClass;
    }
}
