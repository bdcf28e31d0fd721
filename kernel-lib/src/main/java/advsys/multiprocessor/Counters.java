package advsys.multiprocessor;

/// What is counted on one CPU, or on all.
final class Counters {
    long accesses;
    long hits;
    long coldMisses;
    long capacityMisses;
    long conflictMisses;
    long coherenceMisses;
    long upgrades; // a store to a copy that had to be asked for
    long busTransactions;
    long invalidations; // copies lost to this CPU's stores
    long interventions; // lines that another cache supplied
    long writeBacks;
    long messages; // between controllers
    long hops; // of this CPU's accesses, one after the other
    long stallCycles;

    void add(Counters other) {
        accesses += other.accesses;
        hits += other.hits;
        coldMisses += other.coldMisses;
        capacityMisses += other.capacityMisses;
        conflictMisses += other.conflictMisses;
        coherenceMisses += other.coherenceMisses;
        upgrades += other.upgrades;
        busTransactions += other.busTransactions;
        invalidations += other.invalidations;
        interventions += other.interventions;
        writeBacks += other.writeBacks;
        messages += other.messages;
        hops += other.hops;
        stallCycles += other.stallCycles;
    }

    long misses() {
        return coldMisses + capacityMisses + conflictMisses + coherenceMisses;
    }
}
