package advsys.multiprocessor.protocol;

import advsys.lab.Diagram;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A table as a drawing of its states. What leads back to the same state is left out: the table has it.
final class Drawing {
    private static final Set<Event> ANSWERS =
            Set.of(Event.GRANTED, Event.REPLY, Event.ALONE, Event.SHARED, Event.LAST, Event.WORD);

    private Drawing() {}

    /// All states and every row that leads to another.
    static Diagram whole(Table table) {
        List<Diagram.Transition> transitions = new ArrayList<>();
        for (Entry entry : table.entries()) {
            if (!entry.never() && !entry.next().equals(entry.state())) {
                transitions.add(new Diagram.Transition(
                        entry.state().name(),
                        entry.event().toString(),
                        entry.next().name()));
            }
        }
        return Diagram.states(table.name() + ": all states", transitions);
    }

    /// The states in which nothing is under way. What leads from one to another by way of transient states, when
    /// nobody interferes, is one arrow: the first event, the request it makes, and the answer where that decides.
    static Diagram stable(Table table) {
        List<Diagram.Transition> transitions = new ArrayList<>();
        for (Entry entry : table.entries()) {
            if (entry.never() || entry.state().isTransient()) {
                continue;
            }
            Set<Ending> endings = endings(table, entry);
            for (Ending ending : endings) {
                if (!ending.state.equals(entry.state())) {
                    String label = entry.event() + request(entry) + (endings.size() > 1 ? ", " + ending.answer : "");
                    transitions.add(new Diagram.Transition(entry.state().name(), label, ending.state.name()));
                }
            }
        }
        return Diagram.states(table.name(), transitions);
    }

    /// Where a way through transient states ends, and the last answer on it.
    private record Ending(State state, String answer) {}

    private static Set<Ending> endings(Table table, Entry first) {
        Set<Ending> endings = new LinkedHashSet<>();
        Set<State> seen = new LinkedHashSet<>();
        Deque<Entry> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Entry entry = open.removeFirst();
            if (!entry.next().isTransient()) {
                endings.add(new Ending(entry.next(), entry.event().toString()));
            } else if (seen.add(entry.next())) {
                table.entries().stream()
                        .filter(next -> !next.never()
                                && next.state().equals(entry.next())
                                && ANSWERS.contains(next.event())
                                && !next.next().equals(next.state()))
                        .forEach(open::add);
            }
        }
        return endings;
    }

    private static String request(Entry entry) {
        for (Action action : entry.actions()) {
            boolean asks = action.verb() == Action.Verb.REQUEST
                    || (action.verb() == Action.Verb.SEND && action.to() == Action.Place.HOME);
            if (asks) {
                return " / " + action.kind();
            }
        }
        return "";
    }
}
