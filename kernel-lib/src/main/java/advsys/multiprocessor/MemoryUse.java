package advsys.multiprocessor;

/// What the memory system did for one CPU, for one line of memory, or for one line of source: a row of a [Profile].
///
/// Every access is a hit, a miss of one of four kinds, or an upgrade. A transaction is of one of four kinds too; on a
/// machine without a bus they are the requests to the homes. What happens to a line that is replaced is counted where
/// the access was that replaced it, and on the line that went.
///
/// @param where a CPU, the fields or elements in a line of memory, or a place in the source
/// @param accesses all of them, turns of waiting loops too
/// @param hits accesses to one's own copy that nobody else heard of
/// @param coldMisses the CPU had no copy before
/// @param coherenceMisses it had one and lost it to another's store
/// @param upgrades stores to a copy that had to be asked for
/// @param invalidations copies that others lost to these accesses
/// @param stallCycles cycles in which the CPUs waited for memory
/// @param capacityMisses it had one, and a cache without sets would have lost it too
/// @param conflictMisses it had one that a cache without sets would still have
/// @param readRequests transactions for a copy: Rd, GetS
/// @param exclusiveRequests transactions for the only copy: RdX, GetM
/// @param upgradeRequests transactions for the right to write a copy, or for writing it everywhere: Upgr, Upd
/// @param writeBackRequests transactions that bring a replaced line to memory: Wb, PutM
/// @param interventions lines that another cache supplied
/// @param writeBacks lines that went to memory
/// @param messages between caches and memory or homes
/// @param hops messages between nodes, one after the other, that the CPUs waited for
public record MemoryUse(
        String where,
        long accesses,
        long hits,
        long coldMisses,
        long coherenceMisses,
        long upgrades,
        long invalidations,
        long stallCycles,
        long capacityMisses,
        long conflictMisses,
        long readRequests,
        long exclusiveRequests,
        long upgradeRequests,
        long writeBackRequests,
        long interventions,
        long writeBacks,
        long messages,
        long hops) {

    /// Accesses that found no copy.
    public long misses() {
        return coldMisses + capacityMisses + conflictMisses + coherenceMisses;
    }

    /// Requests of every kind.
    public long transactions() {
        return readRequests + exclusiveRequests + upgradeRequests + writeBackRequests;
    }

    static MemoryUse of(String where, Counters counters) {
        return new MemoryUse(
                where,
                counters.accesses,
                counters.hits(),
                counters.coldMisses,
                counters.coherenceMisses,
                counters.upgrades,
                counters.invalidations,
                counters.stallCycles,
                counters.capacityMisses,
                counters.conflictMisses,
                counters.readRequests,
                counters.exclusiveRequests,
                counters.upgradeRequests,
                counters.writeBackRequests,
                counters.interventions,
                counters.writeBacks,
                counters.messages,
                counters.hops);
    }
}
