package advsys.lab;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// One run of a scenario; it owns all chance. The subject never sees it.
public interface Trial {
    /// The trial's generator: the same seed gives the same numbers.
    RandomGenerator random();

    /// One of `options` ways, 0 being the ordinary course: by seed when measured, each in turn when explored, as
    /// recorded when traced.
    ///
    /// @throws IllegalArgumentException if `options` is less than 1
    int choose(String what, int options);

    /// When explored: an equal `state` was here before, so its future is known and this run ends.
    void merge(Object state);

    /// When explored: what precedes all choices, computed once.
    <T> T once(Supplier<T> common);

    /// One event by `actor`, with the state after it; costs nothing unless traced. The first component of a state's
    /// records is its key.
    void step(String actor, String event, Supplier<? extends List<? extends Record>> state);

    /// One message between actors, with the state after it; costs nothing unless traced.
    void message(String from, String to, String what, Supplier<? extends List<? extends Record>> state);

    /// Adds columns to the trial's row: for machines and probes.
    void report(Record columns);

    /// Throws when the cell was interrupted or the trial is to stop.
    void poll();

    /// Runs threads together: pinned, started by a barrier, watched. The way to contend for a subject.
    Crew crew();
}
