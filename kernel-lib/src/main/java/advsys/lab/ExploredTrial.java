package advsys.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The trial of [Experiment#explore], used again for every path: it replays choices, and ends a trial whose state was
/// seen before.
final class ExploredTrial extends TrialBase {
    /// Ends a trial whose future is known. One object for all: no stack trace, no cost.
    static final class Merged extends RuntimeException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("StaticAssignmentOfThrowable") // without a stack trace: it says the same everywhere
        private static final Merged NOW = new Merged();

        private Merged() {
            super("an equal state was explored before", null, false, false);
        }
    }

    private final Choices choices;
    private final Map<Object, Integer> seen = new HashMap<>(); // state → the fewest departures with which it was met
    private final List<Object> common = new ArrayList<>();
    private int nextCommon;
    private boolean chose;
    private boolean merged;
    private boolean wantedCrew;

    ExploredTrial(long seed, Pulse pulse, Choices choices) {
        super(seed, pulse);
        this.choices = choices;
    }

    void restart(long number) {
        choices.restart(seed + number);
        freshRandom();
        nextCommon = 0;
        chose = false;
        merged = false;
    }

    @Override
    public int choose(String what, int options) {
        requireOptions(what, options);
        pulse.beat();
        if (merged) {
            throw Merged.NOW; // the scenario has caught it: go on leaving
        }
        chose = true;
        return choices.choose(what, options);
    }

    @Override
    public void merge(Object state) {
        pulse.beat();
        if (choices.samples() || choices.replaying()) {
            return; // on the way back to where the last choice is to change: these are this very path's own states
        }
        // With a bound on departures, a state met with fewer of them left has less of a future.
        Integer before = seen.get(state);
        if (before != null && before <= choices.departures()) {
            merged = true;
            throw Merged.NOW;
        }
        seen.put(state, choices.departures());
    }

    /// True when this trial came to a known state, even if the scenario has swallowed the exception.
    boolean merged() {
        return merged;
    }

    /// True when a trial asked for threads of this host, even if the scenario has swallowed the exception.
    boolean wantedCrew() {
        return wantedCrew;
    }

    void forgetStates() {
        seen.clear();
    }

    @Override
    @SuppressWarnings("unchecked") // the n-th call before all choices is the same call in every trial
    public <T> T once(Supplier<T> value) {
        if (chose) {
            return value.get(); // depends on choices: not common to all trials
        }
        if (nextCommon == common.size()) {
            common.add(value.get());
        }
        return (T) common.get(nextCommon++);
    }

    @Override
    public Crew crew() {
        wantedCrew = true;
        throw new UnsupportedOperationException("threads of this host cannot be explored: nothing here chooses their"
                + " order. Measure with run(), or explore a scenario whose order is trial.choose(…)");
    }
}
