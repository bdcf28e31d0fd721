package advsys.locks;

/// Eight words of data, and the lock word that guards them: for [WordAndData], which asks how far apart they should
/// lie.
public interface Guarded {
    /// Takes the lock by swaps, adds one to each of the eight words, and gives the lock back.
    void pass();

    /// The eight words together; for when nobody passes any more.
    long sum();
}
