package advsys.multiprocessor.sharing;

/// A count that several workers add to at the same time, worker 0 to worker 63.
///
/// - **Guarantee** of an implementation: when all workers have stopped, [#sum] is the number of calls of [#add].
public interface Tally {
    /// Adds one; called by worker `worker` alone.
    void add(int worker);

    /// All of it, when the workers have stopped.
    long sum();
}
