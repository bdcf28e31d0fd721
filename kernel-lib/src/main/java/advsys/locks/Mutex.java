package advsys.locks;

/// Mutual exclusion: between one thread's `lock` and its `unlock` no other thread's `lock` returns.
///
/// - **Guarantee** what a thread wrote before `unlock` is seen by the next thread after its `lock`. Not
///   reentrant unless the class says so. `unlock` without `lock` is an error that need not be noticed.
/// - **Cost** the class says.
/// - **Source** E. W. Dijkstra, "Solution of a problem in concurrent programming control", CACM 8(9), 1965.
public interface Mutex {
    /// Returns when the calling thread has the lock; waits as long as it takes.
    void lock();

    /// Gives the lock up. Only the thread that has it may call this.
    void unlock();

    /// The same lock, for the calling thread alone. A queue lock keeps a node for each thread, and looking it
    /// up costs as much as the lock itself: whoever acquires often, or measures, takes its node along in this
    /// view.
    default Mutex forThisThread() {
        return this;
    }
}
