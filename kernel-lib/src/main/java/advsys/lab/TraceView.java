package advsys.lab;

import advsys.lab.show.Grid;
import advsys.lab.show.Html;
import advsys.lab.show.Numbers;
import advsys.lab.show.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One picture of a trace: the steps around the one that is looked at, and beside them the state after it, with what
/// the step changed as "old → new".
final class TraceView {
    static final String HOW = "to step through it: var s = ….stepper(); then s.step(), s.back(), s.at(7), s.play()";
    private static final int STEPS = 15;
    private static final int STATE = 30;
    private static final int LONG = 48; // old and new together; of longer ones only the new is shown

    private TraceView() {}

    static Bundle of(Trace trace) {
        return of(trace, HOW);
    }

    /// @param how one line: what the reader can do now
    static Bundle of(Trace trace, String how) {
        List<Trace.Step> steps = trace.steps();
        if (steps.isEmpty()) {
            return new Notes(trace.title() + ": no steps", trace.notes(), trace.host()).around(List.of());
        }
        int position = trace.position();
        Trace.Step step = steps.get(position);
        String title = trace.title() + ": step " + step.number() + " of " + steps.size();
        List<String> notes = new ArrayList<>();
        List<Grid> state = List.of();
        @Nullable Bundle picture = null;
        try {
            Diagram diagram = trace.picture();
            if (diagram.isTable()) {
                state = state(steps, position);
            } else {
                picture = diagram.shown();
            }
        } catch (RuntimeException failed) { // the scenario's drawing is the reader's code
            notes.add("the scenario's picture failed: " + failed);
            state = state(steps, position);
        }
        if (position > 0 && state.stream().anyMatch(grid -> grid.text().contains("•"))) {
            notes.add("• and old → new: changed by step " + step.number());
        }
        notes.add(how);
        notes.addAll(trace.notes());
        return around(new Notes(title, notes, trace.host()), window(trace), state, picture)
                .withMetadata("advsys", Map.of("stepper", Map.of("step", step.number(), "of", steps.size())));
    }

    private static Bundle around(Notes notes, Grid steps, List<Grid> state, @Nullable Bundle picture) {
        List<Grid> grids = new ArrayList<>(List.of(steps));
        grids.addAll(state);
        String text = grids.stream().map(Grid::text).collect(Collectors.joining("\n"));
        String side = state.stream().map(Grid::html).collect(Collectors.joining());
        return notes.around(
                picture == null ? text : text + "\n" + picture.text(),
                "<div style=\"display:flex;flex-wrap:wrap;align-items:flex-start\"><div style=\"margin-right:36px\">"
                        + steps.html() + "</div><div>" + (picture == null ? side : html(picture)) + "</div></div>");
    }

    /// A picture within HTML keeps its size and its alternative.
    private static String html(Bundle picture) {
        if (picture.data().get(Bundle.PNG) instanceof String png) {
            Map<?, ?> size = picture.metadata().get(Bundle.PNG) instanceof Map<?, ?> map ? map : Map.of();
            return "<img src=\"data:image/png;base64," + png + "\" alt=\""
                    + Html.attribute(Objects.toString(size.get("alt"), "the state as a drawing")) + "\""
                    + (size.get("width") instanceof Integer width ? " width=\"" + width + "\"" : "") + ">";
        }
        return picture.data().get(Bundle.HTML) instanceof String html
                ? html
                : "<pre>" + Html.text(picture.text()) + "</pre>";
    }

    private static Grid window(Trace trace) {
        List<Trace.Step> steps = trace.window(STEPS);
        int earlier = steps.getFirst().number() - 1;
        int later = trace.steps().size() - steps.getLast().number();
        boolean messages = trace.steps().stream().anyMatch(step -> !step.to().isEmpty());
        Trace.Step now = trace.steps().get(trace.position());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (earlier > 0) {
            rows.add(new ArrayList<>(List.of("", new Grid.Figure("…"), "", "", earlier + " earlier")));
        }
        for (Trace.Step step : steps) {
            boolean here = step.number() == now.number();
            rows.add(new ArrayList<>(List.of(
                    here ? "▶" : "",
                    here ? new Grid.Marked(Integer.toString(step.number()), true) : step.number(),
                    step.actor(),
                    step.to().isEmpty() ? "" : "→ " + step.to(),
                    here ? new Grid.Marked(step.event(), false) : step.event())));
        }
        if (later > 0) {
            rows.add(new ArrayList<>(List.of("", new Grid.Figure("…"), "", "", later + " later")));
        }
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
        Map<List<@Nullable Object>, Record> before = TraceState.after(steps, position);
        List<Grid> grids = new ArrayList<>();
        TraceState.byClass(TraceState.after(steps, position + 1).values()).forEach((type, records) -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Record each : records) {
                Record old = before.get(TraceState.key(each));
                boolean changed = position > 0 && !each.equals(old);
                List<@Nullable Object> row = new ArrayList<>();
                row.add(changed ? "•" : "");
                Map<String, @Nullable Object> was = old == null ? Map.of() : Reflect.map(old);
                Reflect.map(each).forEach((name, value) -> row.add(changed ? cell(was, name, value) : value));
                rows.add(row);
            }
            List<String> head = new ArrayList<>(List.of(""));
            head.addAll(Reflect.names(type));
            grids.add(Grid.of(head, rows, STATE));
        });
        return grids;
    }

    /// What a cell that the step changed shows; a record that is new has no old value.
    private static @Nullable Object cell(Map<String, @Nullable Object> was, String name, @Nullable Object value) {
        if (was.containsKey(name) && Objects.equals(was.get(name), value)) {
            return value;
        }
        String now = Numbers.text(value);
        String both = was.containsKey(name) ? Numbers.text(was.get(name)) + " → " + now : now;
        return new Grid.Marked(Plain.width(both) <= LONG ? both : "→ " + now, value == null || value instanceof Number);
    }
}
