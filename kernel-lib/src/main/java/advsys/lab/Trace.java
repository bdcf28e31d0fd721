package advsys.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/// One trial, step by step: who did what, and the state after it. The first component of a state's records is its key.
/// Shown, it is its first picture; [#stepper] goes on from there.
public final class Trace implements Rows {
    /// @param title what was traced: scenario, subject, knobs, seed
    /// @param position the step to look at first
    /// @param picture draws a step with the whole state after it, as its scenario wants it
    record Data(
            String title,
            List<Step> steps,
            int position,
            List<String> notes,
            @Nullable HostCard host,
            Function<Step, Diagram> picture) {
        Data(String title, List<Step> steps, int position, List<String> notes, @Nullable HostCard host) {
            this(title, steps, position, notes, host, Diagram::table);
        }
    }

    private final Data data;

    Trace(Data data) {
        this.data = data;
    }

    /// A trace of what was told elsewhere: by a search through schedules, or a run on another machine.
    public static Trace of(String title, List<Step> steps) {
        return new Trace(new Data(title, List.copyOf(steps), 0, List.of(), null));
    }

    /// One event and the state after it. `to` is empty unless it is a message.
    public record Step(int number, String actor, String to, String event, List<? extends Record> state) {}

    @Override
    public Table table() {
        return frame().toTable(data.title);
    }

    /// The same trace, seen from the first step whose event is `event`, or contains it when none is.
    ///
    /// @throws IllegalArgumentException if there is none, with the events there are
    public Trace at(String event) {
        return at(indexOf(event));
    }

    /// What the state of the records was after `before` and is after `after`, for those that changed: "old → new" in
    /// the components that did, the value in those that did not.
    ///
    /// @throws IllegalArgumentException if there is no such event
    public Results difference(String before, String after) {
        return StateDifference.of(
                data,
                TraceState.after(data.steps, indexOf(before) + 1),
                TraceState.after(data.steps, indexOf(after) + 1));
    }

    int indexOf(String event) {
        List<Step> steps = data.steps;
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).event().equals(event))
                .findFirst()
                .orElseGet(() -> IntStream.range(0, steps.size())
                        .filter(i -> steps.get(i).event().contains(event))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("no step is called \"" + event + "\"; there are "
                                        + steps.stream()
                                                .map(Step::event)
                                                .distinct()
                                                .limit(20)
                                                .toList())));
    }

    /// The same trace, seen from step `number`.
    Trace at(int index) {
        return new Trace(new Data(data.title, data.steps, index, data.notes, data.host, data.picture));
    }

    /// Shows the first picture of this trace, which [Stepper#step] and its like then redraw.
    public Stepper stepper() {
        return Stepper.of(this);
    }

    String title() {
        return data.title;
    }

    List<Step> steps() {
        return data.steps;
    }

    /// At most `limit` steps around the one that is looked at.
    List<Step> window(int limit) {
        int from = Math.clamp(data.position - limit / 2, 0, Math.max(0, data.steps.size() - limit));
        return data.steps.subList(from, Math.min(data.steps.size(), from + limit));
    }

    /// The scenario's drawing of the step that is looked at.
    Diagram picture() {
        Step step = data.steps.get(data.position);
        List<Record> state =
                List.copyOf(TraceState.after(data.steps, data.position + 1).values());
        return data.picture.apply(new Step(step.number(), step.actor(), step.to(), step.event(), state));
    }

    /// The index of the step to show first.
    int position() {
        return data.position;
    }

    List<String> notes() {
        return data.notes;
    }

    @Nullable
    HostCard host() {
        return data.host;
    }

    /// The components of the states, in the order in which they appear.
    List<String> stateColumns() {
        Set<String> names = new LinkedHashSet<>();
        data.steps.stream()
                .flatMap(step -> step.state().stream())
                .map(Record::getClass)
                .distinct()
                .forEach(type -> names.addAll(Reflect.names(type)));
        return List.copyOf(names);
    }

    /// A row for each record of each step's state, and one for a step without any.
    Frame frame() {
        List<String> ours = List.of("step", "actor", "to", "event");
        List<String> states = stateColumns();
        List<String> columns = new ArrayList<>(ours);
        states.forEach(name -> columns.add(ours.contains(name) ? name + "InState" : name));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Step step : data.steps) {
            List<? extends @Nullable Record> records =
                    step.state().isEmpty() ? java.util.Collections.singletonList(null) : step.state();
            for (Record each : records) {
                List<@Nullable Object> row =
                        new ArrayList<>(List.of(step.number(), step.actor(), step.to(), step.event()));
                Map<String, @Nullable Object> values = each == null ? Map.of() : Reflect.map(each);
                states.forEach(name -> row.add(values.get(name)));
                rows.add(row);
            }
        }
        return Frame.of(columns, rows);
    }

    @Override
    public Bundle shown() {
        return TraceView.of(this);
    }

    @Override
    public String toString() {
        return Objects.toString(shown().text(), "");
    }
}
