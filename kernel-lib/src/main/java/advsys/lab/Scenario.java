package advsys.lab;

/// What is done with a subject in one trial. A scenario is a record: its components are the knobs, its constructor
/// without arguments gives their defaults, and `with("threads", 4)` sets one by name.
///
/// The hot loop stands in the scenario's own methods or lambdas, not in another class: the lab defines the class anew
/// for every subject, so that each has its own compiled loop and none suffers from what the compiler learnt
/// about another.
///
/// @param <S> the subject, or a [Maker] of it
/// @param <R> one row of results: plain data, its components are the columns, units in their names
public interface Scenario<S, R extends Record> {
    /// One trial. Long loops in the lab's helpers poll; a loop of its own calls [Trial#poll].
    R run(S subject, Trial trial) throws Exception;

    /// How one step of a trace is drawn; its state is the whole state after it. A table, unless a scenario knows
    /// better.
    default Diagram picture(Trace.Step step) {
        return Diagram.table(step);
    }

    /// What this host cannot show, and which simulated twin can; empty when it can.
    default String caveat(HostCard host) {
        return "";
    }
}
