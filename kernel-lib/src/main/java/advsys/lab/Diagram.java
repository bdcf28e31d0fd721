package advsys.lab;

import advsys.lab.diagram.Arrow;
import advsys.lab.diagram.Drawing;
import advsys.lab.diagram.NotDrawnException;
import advsys.lab.diagram.Sequence;
import advsys.lab.diagram.States;
import advsys.lab.show.Grid;
import advsys.lab.show.Html;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A drawing: who told whom what, how states follow one another, or a step's state as a table.
///
///     Diagram.sequence(failure.trace(SplitHorizon.OFF, seed))
///
/// - **Guarantee** PNG of twice its size, SVG and text that says the same; no network, no other program; names of
///   readers are shown as they are and never interpreted. A drawing that fails, or takes more than 20 s, is its text
///   and the reason.
/// - **Cost** 40 to 100 ms, the first about a second; nothing is drawn, and nothing of PlantUML loaded, before it is
///   shown. A table costs next to nothing.
/// - **Errors** [IllegalArgumentException] for what no picture can hold, with the remedy.
/// - **Source** L. Lamport, CACM 21(7), 1978 (sequences); D. Harel, Science of Computer Programming 8(3), 1987
/// (states).
public final class Diagram implements Shown {
    private static final int STEPS = 40;
    private static final int ACTORS = 16;
    private static final int STATES = 40;
    private static final int ROWS = 60;

    private final Trace.@Nullable Step table;
    private final Supplier<Bundle> drawn;

    private Diagram(Trace.@Nullable Step table, Supplier<Bundle> drawn) {
        this.table = table;
        this.drawn = drawn;
    }

    /// One transition of a state drawing.
    public record Transition(String from, String event, String to) {}

    /// The steps of a trace, actors side by side: 40 around the one that is looked at.
    ///
    /// @throws IllegalArgumentException if there are no steps, or more than 16 actors
    public static Diagram sequence(Trace trace) {
        List<Trace.Step> steps = trace.window(STEPS);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("this trace has no steps, so there is nothing to draw: its scenario"
                    + " calls neither trial.step nor trial.message");
        }
        int now = trace.steps().get(trace.position()).number();
        Sequence sequence = new Sequence(steps.stream()
                .map(step -> new Arrow(
                        step.actor(),
                        step.to(),
                        step.number() + "  " + step.event(),
                        trace.position() > 0 && step.number() == now))
                .toList());
        List<String> actors = sequence.actors();
        if (actors.size() > ACTORS) {
            throw new IllegalArgumentException(actors.size() + " actors do not fit side by side, " + ACTORS
                    + " do: trace fewer, or look at the trace itself, which is a table");
        }
        String which = steps.size() == trace.steps().size()
                ? "the " + steps.size() + " steps"
                : "steps " + steps.getFirst().number() + " to "
                        + steps.getLast().number() + " of " + trace.steps().size();
        String title = trace.title() + ": " + which + " of " + String.join(", ", actors);
        return new Diagram(null, () -> bundle(title, sequence::picture, sequence::art));
    }

    /// The values that a component of the state takes in a trace, whosever they are, and the events that lead from one
    /// to another.
    ///
    /// @throws IllegalArgumentException if the state has no such component, or it never changes
    public static Diagram states(Trace trace, String component) {
        if (!trace.stateColumns().contains(component)) {
            throw new IllegalArgumentException("the state has no " + component + "; it has " + trace.stateColumns());
        }
        Map<List<@Nullable Object>, String> current = new LinkedHashMap<>();
        Set<Transition> seen = new LinkedHashSet<>();
        for (Trace.Step step : trace.steps()) {
            for (Record record : step.state()) {
                Map<String, @Nullable Object> values = Reflect.map(record);
                if (values.containsKey(component)) {
                    String now = String.valueOf(values.get(component));
                    String before = current.put(TraceState.key(record), now);
                    if (before != null && !before.equals(now)) {
                        seen.add(new Transition(before, step.event(), now));
                    }
                }
            }
        }
        if (seen.isEmpty()) {
            throw new IllegalArgumentException(component + " never changes in this trace: there is no transition");
        }
        return states(trace.title() + ": " + component, List.copyOf(seen));
    }

    /// States by their names, and what leads from one to another.
    ///
    /// @throws IllegalArgumentException if there is no transition, or there are more than 40 states
    public static Diagram states(String title, List<Transition> transitions) {
        States states = new States(transitions.stream()
                .map(each -> new Arrow(each.from(), each.to(), each.event(), false))
                .toList());
        int count = states.names().size();
        if (count == 0 || count > STATES) {
            throw new IllegalArgumentException(
                    count + " states: a drawing holds 1 to " + STATES + "; draw a part of them");
        }
        String table = RecordsView.grid(transitions, ROWS).text();
        return new Diagram(null, () -> bundle(title, states::picture, () -> table));
    }

    /// The state after a step, as tables: one for each class of records.
    public static Diagram table(Trace.Step step) {
        return new Diagram(step, () -> {
            List<Grid> grids = new ArrayList<>();
            TraceState.byClass(step.state()).forEach((type, records) -> grids.add(RecordsView.grid(records, ROWS)));
            String title = "step " + step.number() + ": " + step.actor()
                    + (step.to().isEmpty() ? "" : " → " + step.to()) + "  " + step.event();
            return new Notes(title, List.of(), null).around(grids);
        });
    }

    /// True when it is the plain table of a step, which a stepper draws better itself.
    boolean isTable() {
        return table != null;
    }

    private static Bundle bundle(String title, Supplier<Drawing> picture, Supplier<String> text) {
        String twin;
        try {
            twin = title + "\n" + text.get();
        } catch (NotDrawnException noText) {
            twin = title + "\n" + noText.getMessage() + "\n";
        }
        try {
            Drawing drawing = picture.get();
            return Bundle.png(drawing.png(), drawing.width(), drawing.height(), twin, title)
                    .with(Bundle.SVG, drawing.svg(Html.attribute(title)));
        } catch (NotDrawnException noPicture) {
            return Bundle.text(twin + "\n" + Objects.toString(noPicture.getMessage(), "") + "\n");
        }
    }

    @Override
    public Bundle shown() {
        return drawn.get();
    }

    @Override
    public String toString() {
        return shown().text();
    }
}
