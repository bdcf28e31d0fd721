package advsys.multiprocessor.protocol;

import java.util.List;
import java.util.stream.Collectors;

/// One cell of a table: what a controller in `state` does at `event`, and its next state. An entry that is `never` says
/// that the event cannot happen there.
///
/// @param number among the entries of its table, from 0
record Entry(int number, String table, State state, Event event, List<Action> actions, State next, boolean never) {

    /// True when nothing but a stall happens.
    boolean stalls() {
        return actions.stream().anyMatch(action -> action.verb() == Action.Verb.STALL);
    }

    String does() {
        return actions.isEmpty() ? "-" : actions.stream().map(Action::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return state + " " + event + " : " + (never ? "never" : does() + " -> " + next);
    }
}
