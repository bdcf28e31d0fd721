package advsys.locks;

import advsys.locks.checks.NoSharedLine;
import advsys.locks.checks.Steady;
import advsys.locks.checks.Within;

/// Where the words of several locks lie in one block of memory that begins on a cache line.
///
/// - **Guarantee** the same word is always at the same place.
/// - **Cost** none at run time: it is arithmetic.
/// - **Source** ours, for an exercise.
public interface Placement {
    /// The byte at which a word begins, counted from that of the block.
    ///
    /// @param word from 0
    long offset(int word);

    /// A check: does each of the first `words` words have its cache line to itself?
    static NoSharedLine noSharedLine(int words) {
        return new NoSharedLine(words);
    }

    /// A check: do the first `words` words fit into a block of `bytes`, aligned, none on another?
    static Within within(int words, long bytes) {
        return new Within(words, bytes);
    }

    /// A check: is each of the first `words` words always at the same place?
    static Steady steady(int words) {
        return new Steady(words);
    }
}
