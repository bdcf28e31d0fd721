package advsys.lab;

import advsys.lab.show.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A trace: its steps around the one that is looked at, and the state after that one, with what the step changed.
final class TraceView {
    private static final int STEPS = 40;
    private static final int STATE = 30;

    private TraceView() {}

    static Bundle of(Trace trace) {
        List<Trace.Step> steps = trace.steps();
        if (steps.isEmpty()) {
            return new Notes(trace.title() + ": no steps", trace.notes(), trace.host()).around(List.of());
        }
        int position = Math.clamp(trace.position(), 0, steps.size() - 1);
        List<Grid> grids = new ArrayList<>(List.of(steps(steps, position)));
        List<List<Grid>> state = new ArrayList<>();
        state.add(state(steps, position));
        state.forEach(grids::addAll);
        int number = steps.get(position).number();
        String title = trace.title() + ": " + steps.size() + (steps.size() == 1 ? " step" : " steps")
                + (state.getFirst().isEmpty()
                        ? ""
                        : "; the state is that after step " + number + ", • what it changed");
        return new Notes(title, trace.notes(), trace.host()).around(grids);
    }

    private static Grid steps(List<Trace.Step> steps, int position) {
        int from = Math.clamp(position - STEPS / 2, 0, Math.max(0, steps.size() - STEPS));
        int to = Math.min(steps.size(), from + STEPS);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (from > 0) {
            rows.add(new ArrayList<>(List.of("", new Grid.Figure("…"), "", "", from + " earlier steps")));
        }
        for (int i = from; i < to; i++) {
            Trace.Step step = steps.get(i);
            rows.add(new ArrayList<>(List.of(
                    i == position ? "▶" : "",
                    step.number(),
                    step.actor(),
                    step.to().isEmpty() ? "" : "→ " + step.to(),
                    step.event())));
        }
        if (to < steps.size()) {
            rows.add(new ArrayList<>(List.of("", new Grid.Figure("…"), "", "", (steps.size() - to) + " later steps")));
        }
        boolean messages = steps.stream().anyMatch(step -> !step.to().isEmpty());
        if (!messages) {
            rows.forEach(row -> row.remove(3));
        }
        return Grid.of(
                messages ? List.of("", "step", "who", "to", "event") : List.of("", "step", "who", "event"),
                rows,
                STEPS + 2);
    }

    /// One table for each class of records that the state consists of.
    private static List<Grid> state(List<Trace.Step> steps, int position) {
        Map<Class<?>, List<Record>> after = byClass(after(steps, position));
        Set<Record> before = new HashSet<>(after(steps, position - 1).values());
        List<Grid> grids = new ArrayList<>();
        after.forEach((type, records) -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Record each : records) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(before.contains(each) ? "" : "•");
                row.addAll(Reflect.map(each).values());
                rows.add(row);
            }
            List<String> head = new ArrayList<>(List.of(""));
            head.addAll(Reflect.names(type));
            grids.add(Grid.of(head, rows, STATE));
        });
        return grids;
    }

    /// A step may tell only what it changed: the latest record of each class and key counts.
    private static Map<List<@Nullable Object>, Record> after(List<Trace.Step> steps, int position) {
        Map<List<@Nullable Object>, Record> state = new LinkedHashMap<>();
        for (Trace.Step step : steps.subList(0, position + 1)) {
            for (Record each : step.state()) {
                Object[] values = Reflect.map(each).values().toArray();
                List<@Nullable Object> key = new ArrayList<>();
                key.add(each.getClass());
                key.add(values.length == 0 ? null : values[0]);
                state.put(key, each);
            }
        }
        return state;
    }

    private static Map<Class<?>, List<Record>> byClass(Map<List<@Nullable Object>, Record> state) {
        Map<Class<?>, List<Record>> byClass = new LinkedHashMap<>();
        state.values()
                .forEach(each -> byClass.computeIfAbsent(each.getClass(), type -> new ArrayList<>())
                        .add(each));
        return byClass;
    }
}
