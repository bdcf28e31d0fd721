package advsys.multiprocessor;

/// What things cost on a simulated machine, in cycles of its CPUs.
///
/// @param hit an access to one's own copy
/// @param pause one `Thread.onSpinWait`
/// @param bus how long a transaction keeps the bus, or the home of a line, for itself
/// @param memory from a request to data out of memory
/// @param cache from a request to data out of another cache
/// @param upgrade from a request to the right to write a copy that one has
/// @param hop one message between two nodes
/// @param picosPerCycle how long a cycle is
public record Costs(int hit, int pause, int bus, int memory, int cache, int upgrade, int hop, int picosPerCycle) {

    /// In the proportions of a bus of about 1991 with blocking caches: memory some 20 instructions away. Round figures,
    /// not those of one product.
    public static Costs bus1991() {
        return new Costs(1, 2, 8, 40, 40, 20, 0, 50_000);
    }

    /// In the proportions of an Origin 2000: *reported as* about 310 ns to local memory and 100 ns more a router, at
    /// 195 MHz (J. Laudon, D. Lenoski, ISCA 1997).
    public static Costs origin() {
        return new Costs(1, 2, 20, 60, 60, 20, 20, 5_128);
    }

    /// In the proportions of this host, as measured when they are first asked for, and kept. The cards of
    /// results that are made from then on say what was measured.
    ///
    /// - **Cost** a second or so, once. A host that is busy with other work seems slower than it is.
    public static Costs thisHost() {
        return HostLatency.costs();
    }

    /// @throws IllegalArgumentException if one is negative, or a hit or a cycle takes no time
    public Costs {
        if (hit < 1
                || picosPerCycle < 1
                || Math.min(Math.min(pause, bus), Math.min(memory, cache)) < 0
                || Math.min(upgrade, hop) < 0) {
            throw new IllegalArgumentException("costs of " + hit + ", " + pause + ", " + bus + ", " + memory + ", "
                    + cache + ", " + upgrade + ", " + hop + " cycles of " + picosPerCycle
                    + " ps: a hit and a cycle take time, and nothing takes less than none");
        }
    }

    long nanos(long cycles) {
        return cycles * picosPerCycle / 1000;
    }

    long cycles(long nanos) {
        return Math.max(hit, Math.ceilDiv(nanos * 1000, picosPerCycle)); // no less than asked for
    }
}
