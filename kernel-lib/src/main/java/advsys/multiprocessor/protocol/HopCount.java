package advsys.multiprocessor.protocol;

/// How many messages, one after the other, a load waits for on a machine of nodes: the answer to an exercise.
public interface HopCount {
    /// Nodes are numbered from 1. `reader` has no copy.
    ///
    /// @param reader the node whose CPU loads
    /// @param home the node whose memory the line is in
    /// @param owner the node whose cache has the line modified; 0 when none has
    int hops(int reader, int home, int owner);
}
