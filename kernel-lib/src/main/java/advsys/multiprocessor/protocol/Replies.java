package advsys.multiprocessor.protocol;

/// The register in which a cache collects the replies to its request: how many are missing, what data they brought, and
/// whether somebody keeps a copy.
final class Replies {
    private Replies() {}

    /// Puts a reply into the register of the cache that it is for.
    ///
    /// @return what the cache makes of it: more are to come, or this was the last
    static Event collect(boolean bus, Line line, long message) {
        int cpu = Line.to(message);
        Event kind = Line.kind(message);
        boolean brings = Line.data(message) != Line.NONE;
        if (brings && (kind != Event.MEM_DATA || line.arrived[cpu] == Line.NONE)) {
            line.arrived[cpu] = Line.data(message); // a cache's data is newer than memory's
        }
        line.shared[cpu] |= kind == Event.ACK_SHARED || kind == Event.DATA_SHARED;
        if (bus || kind == Event.ACK) {
            line.missing[cpu]--;
        } else { // in a network, data says how many acknowledgements there will be
            line.announced[cpu] = true;
            line.missing[cpu] += (byte) Line.acks(message);
        }
        if (!line.announced[cpu] || line.missing[cpu] != 0) {
            return Event.REPLY;
        }
        return !bus ? Event.LAST : line.shared[cpu] ? Event.SHARED : Event.ALONE;
    }

    static void clear(Line line, int cpu) {
        line.missing[cpu] = 0;
        line.announced[cpu] = false;
        line.shared[cpu] = false;
        line.arrived[cpu] = Line.NONE;
    }
}
