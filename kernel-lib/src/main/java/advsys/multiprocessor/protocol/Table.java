package advsys.multiprocessor.protocol;

import advsys.lab.Bundle;
import advsys.lab.Shown;
import advsys.lab.show.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A controller as a table: state × event → actions, next state.
///
/// It is written one row a line, `S store : request Upgr -> SM_AD`. A row may speak for several states and events,
/// `IS_AD/IM_AD Rd/RdX : …`; `*` is every state or event, `*_D` every state whose name ends so; the next state `same`
/// leaves the state as it is; `: never` says that the event cannot happen there. A row for a single case comes before
/// one with a `*`.
///
/// - **Guarantee** every case has exactly one row.
/// - **Errors** a case without a row or with two is refused, with the rows.
public final class Table implements Shown {
    private final String name;
    private final List<State> states;
    private final Set<Event> events;
    private final @Nullable Entry[][] cells; // [state][event's ordinal]
    private final List<Entry> entries = new ArrayList<>();

    private Table(String name, List<State> states, Set<Event> events) {
        this.name = name;
        this.states = states;
        this.events = events;
        this.cells = new Entry[states.size()][Event.values().length];
    }

    /// Reads a table.
    ///
    /// @param head its states, the first being the one to begin with: `I; S read; M write`
    /// @param events the names of all events that it knows
    /// @throws IllegalArgumentException if a row is not understood, a case has no row, or two
    static Table of(String name, String head, String events, String rows) {
        List<State> states = new ArrayList<>();
        for (String each : head.split(";", -1)) {
            states.add(State.parse(each, states.size()));
        }
        Set<Event> known = EnumSet.noneOf(Event.class);
        Arrays.stream(events.split("/", -1)).map(Event::named).forEach(known::add);
        Table table = new Table(name, List.copyOf(states), known);
        new TableReader(table.name, table.states, table.events).read(rows, table.cells);
        table.number();
        return table;
    }

    /// This table with the rows of `rows` in place of its own for the same cases.
    ///
    /// @throws IllegalArgumentException if a row is not understood, or a case has two among `rows`
    Table with(String rows) {
        Table changed = new Table(name, states, events);
        new TableReader(name, states, events).readSome(rows, changed.cells);
        for (State state : states) {
            for (Event event : events) {
                @Nullable Entry[] row = changed.cells[state.index()];
                if (row[event.code()] == null) {
                    row[event.code()] = cells[state.index()][event.code()];
                }
            }
        }
        changed.number();
        return changed;
    }

    private void number() {
        for (@Nullable Entry[] row : cells) {
            for (int i = 0; i < row.length; i++) {
                Entry entry = row[i];
                if (entry != null) {
                    row[i] = new Entry(
                            entries.size(),
                            name,
                            entry.state(),
                            entry.event(),
                            entry.actions(),
                            entry.next(),
                            entry.never());
                    entries.add(row[i]);
                }
            }
        }
    }

    /// The entry for a case; null when the table does not know the event at all.
    @Nullable
    Entry at(int state, Event event) {
        return cells[state][event.code()];
    }

    State state(int index) {
        return states.get(index);
    }

    List<State> states() {
        return states;
    }

    List<Entry> entries() {
        return entries;
    }

    String name() {
        return name;
    }

    /// One row for each case that can happen.
    @Override
    public Bundle shown() {
        List<List<String>> rows = entries.stream()
                .filter(entry -> !entry.never())
                .map(entry -> List.of(
                        entry.state().name(),
                        entry.event().toString(),
                        entry.does(),
                        entry.next().equals(entry.state()) ? "" : entry.next().name()))
                .toList();
        Grid grid = Grid.of(List.of("state", "event", "actions", "next"), rows, rows.size());
        return Bundle.html(grid.html(), grid.text());
    }

    @Override
    public String toString() {
        return shown().text();
    }
}
