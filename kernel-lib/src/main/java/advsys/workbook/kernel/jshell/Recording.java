package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.load.Batch;
import java.util.ArrayList;
import java.util.List;

/// What was loaded and run, in its order: enough to run a notebook once more without its compiler.
///
/// - **Not recorded** what cells compile while they run (`eval`), since its order is theirs: then the recording says
///   that it cannot be repeated.
final class Recording {
    /// Writes nothing down.
    static final Recording NONE = new Recording(false);

    /// One of the things that happened.
    sealed interface Event {
        /// Classes were loaded.
        record Load(Batch batch) implements Event {}

        /// A wrapper was let go.
        record Forget(String wrapper) implements Event {}

        /// A snippet ran; `shows` when its value is the cell's.
        record Invoke(String wrapper, String method, boolean shows) implements Event {}
    }

    private final boolean on;
    private final List<List<Event>> cells = new ArrayList<>();
    private boolean running;
    private boolean repeatable = true;

    private Recording(boolean on) {
        this.on = on;
    }

    static Recording begin() {
        return new Recording(true);
    }

    /// What follows belongs to the next cell.
    synchronized void nextCell() {
        cells.add(new ArrayList<>());
    }

    /// The events of each cell.
    synchronized List<List<Event>> cells() {
        return cells.stream().map(List::copyOf).toList();
    }

    /// True when the events are all there is.
    synchronized boolean isRepeatable() {
        return repeatable;
    }

    /// True when its classes keep more from one run to the next than the variables of cells.
    synchronized boolean keepsSomething() {
        return cells.stream()
                .flatMap(List::stream)
                .anyMatch(event ->
                        event instanceof Event.Load load && load.batch().keepsSomething());
    }

    void loaded(Batch batch) {
        add(new Event.Load(batch));
    }

    void forgotten(String wrapper) {
        add(new Event.Forget(wrapper));
    }

    /// A snippet is about to run.
    synchronized void begins() {
        repeatable &= !running;
        running = true;
    }

    /// A snippet has run to its end.
    synchronized void ran(String wrapper, String method, boolean shows) {
        running = false;
        add(new Event.Invoke(wrapper, method, shows));
    }

    private synchronized void add(Event event) {
        if (on) {
            repeatable &= !running && !cells.isEmpty();
            if (!cells.isEmpty()) {
                cells.getLast().add(event);
            }
        }
    }
}
