package advsys.multiprocessor;

import advsys.multiprocessor.protocol.Event;

/// What is counted of one CPU, one line of memory, one line of source, or of all. Hits are the accesses that are
/// nothing else, so that a hit costs a single addition.
final class Counters {
    long accesses;
    long coldMisses;
    long capacityMisses;
    long conflictMisses;
    long coherenceMisses;
    long upgrades; // a store to a copy that had to be asked for
    long readRequests; // by kind, on a bus or to a home
    long exclusiveRequests;
    long upgradeRequests;
    long writeBackRequests;
    long busTransactions; // those of a bus
    long invalidations; // copies lost to these stores
    long interventions; // lines that another cache supplied
    long writeBacks;
    long messages; // between controllers
    long hops; // one after the other
    long stallCycles;

    void add(Counters other) {
        accesses += other.accesses;
        coldMisses += other.coldMisses;
        capacityMisses += other.capacityMisses;
        conflictMisses += other.conflictMisses;
        coherenceMisses += other.coherenceMisses;
        upgrades += other.upgrades;
        readRequests += other.readRequests;
        exclusiveRequests += other.exclusiveRequests;
        upgradeRequests += other.upgradeRequests;
        writeBackRequests += other.writeBackRequests;
        busTransactions += other.busTransactions;
        invalidations += other.invalidations;
        interventions += other.interventions;
        writeBacks += other.writeBacks;
        messages += other.messages;
        hops += other.hops;
        stallCycles += other.stallCycles;
    }

    Counters copy() {
        Counters copy = new Counters();
        copy.add(this);
        return copy;
    }

    void clear() {
        accesses = 0;
        coldMisses = 0;
        capacityMisses = 0;
        conflictMisses = 0;
        coherenceMisses = 0;
        upgrades = 0;
        readRequests = 0;
        exclusiveRequests = 0;
        upgradeRequests = 0;
        writeBackRequests = 0;
        busTransactions = 0;
        invalidations = 0;
        interventions = 0;
        writeBacks = 0;
        messages = 0;
        hops = 0;
        stallCycles = 0;
    }

    void request(Event kind) {
        switch (kind) {
            case RD, GET_S, READ -> readRequests++;
            case RDX, GET_M -> exclusiveRequests++;
            case UPGR, UPD -> upgradeRequests++;
            case WB, PUT_M, PUT -> writeBackRequests++;
            default -> {}
        }
    }

    long misses() {
        return coldMisses + capacityMisses + conflictMisses + coherenceMisses;
    }

    long hits() {
        return accesses - misses() - upgrades;
    }
}
