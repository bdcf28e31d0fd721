package advsys.multiprocessor.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a [Table], and refuses what is not clear.
final class TableReader {
    private static final Pattern ROW = Pattern.compile("(\\S+)\\s+(.+?)\\s+:\\s+(?:(never)|(.*?)\\s+->\\s+(\\S+))");

    private final String table;
    private final List<State> states;
    private final Set<Event> events;

    /// A row as it was written.
    private record Row(String text, List<State> states, List<Event> events, boolean general) {}

    TableReader(String table, List<State> states, Set<Event> events) {
        this.table = table;
        this.states = states;
        this.events = events;
    }

    /// Fills `cells`, all of them.
    void read(String rows, @Nullable Entry[][] cells) {
        readSome(rows, cells);
        List<String> holes = new ArrayList<>();
        for (State state : states) {
            for (Event event : events) {
                if (cells[state.index()][event.code()] == null) {
                    holes.add(state + " " + event);
                }
            }
        }
        if (!holes.isEmpty()) {
            throw new IllegalArgumentException("the " + table + " has no row for: " + String.join(", ", holes)
                    + ". Say what happens there, or \": never\" where it cannot");
        }
    }

    /// Fills those of `cells` that `rows` speak of.
    void readSome(String rows, @Nullable Entry[][] cells) {
        @Nullable Row[][] filledBy = new Row[states.size()][Event.values().length];
        rows.lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> row(line, cells, filledBy));
    }

    private void row(String line, @Nullable Entry[][] cells, @Nullable Row[][] filledBy) {
        Matcher matcher = ROW.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the row \"" + line + "\" of the " + table
                    + " is not understood: write \"S store : request Upgr -> SM_AD\" or \"S granted : never\"");
        }
        boolean never = matcher.group(3) != null;
        List<Action> actions = never ? List.of() : Action.parse(matcher.group(4));
        String next = never ? "same" : matcher.group(5);
        boolean general = matcher.group(1).contains("*") || matcher.group(2).equals("*");
        Row row = new Row(line, statesOf(matcher.group(1), line), eventsOf(matcher.group(2), line), general);
        for (State state : row.states) {
            for (Event event : row.events) {
                Row before = filledBy[state.index()][event.code()];
                if (before != null && before.general == general) {
                    throw new IllegalArgumentException("the " + table + " has two rows for " + state + " " + event
                            + ": \"" + before.text + "\" and \"" + line + "\". Leave one of them out");
                }
                if (before == null || before.general) {
                    filledBy[state.index()][event.code()] = row;
                    cells[state.index()][event.code()] = new Entry(
                            -1, table, state, event, actions, next.equals("same") ? state : state(next, line), never);
                }
            }
        }
    }

    private List<State> statesOf(String text, String line) {
        List<State> found = new ArrayList<>();
        for (String each : text.split("/", -1)) {
            if (each.startsWith("*")) {
                states.stream()
                        .filter(state -> state.name().endsWith(each.substring(1)))
                        .forEach(found::add);
            } else {
                found.add(state(each, line));
            }
        }
        return found;
    }

    private State state(String name, String line) {
        return states.stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the row \"" + line + "\" of the " + table
                        + " names the state " + name + "; there is " + states));
    }

    private List<Event> eventsOf(String text, String line) {
        if (text.equals("*")) {
            return List.copyOf(events);
        }
        List<Event> found = Arrays.stream(text.split("/", -1)).map(Event::named).toList();
        for (Event event : found) {
            if (!events.contains(event)) {
                throw new IllegalArgumentException("the row \"" + line + "\" of the " + table + " names the event "
                        + event + "; there is " + events);
            }
        }
        return found;
    }
}
