package advsys.locks.exam;

/// Rewrites class files so that something happens in front of every access to memory that threads may share.
interface Weaver {
    /// The class file, rewritten.
    byte[] weave(byte[] classFile);

    /// How many places have been rewritten so far: they have the numbers from 0.
    int sites();
}
