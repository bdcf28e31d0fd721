package advsys.multiprocessor;

import advsys.lab.Crew;

/// What the machine counted, for each round of the workers: in a scenario of locks a round is an acquisition.
///
/// @param busTransactionsPerAcquisition granted requests; 0 on a machine without a bus
/// @param messagesPerAcquisition between caches and memory or homes; acknowledgements of caches without a copy are not
///     counted on a bus, where they are a wire
/// @param invalidationsPerAcquisition copies lost to another's store
/// @param accessesPerAcquisition all of them, hits and turns of waiting loops too
/// @param missesPerAcquisition accesses that found no copy
/// @param coherenceMissesPerAcquisition those of them that had one before and lost it to another's store
/// @param capacityMissesPerAcquisition those that a cache without sets would have had too
/// @param conflictMissesPerAcquisition those that it would not have had
/// @param hopsPerAcquisition messages between nodes, one after the other, that the CPUs waited for
/// @param stallCyclesPerAcquisition cycles in which CPUs waited for memory
/// @param readRequestsPerAcquisition requests by kind, on a bus or to a home: to read a line
/// @param exclusiveRequestsPerAcquisition to read it and be the only one
/// @param upgradeRequestsPerAcquisition to write a line that one may read; on an updating bus, to send a word
/// @param writeBackRequestsPerAcquisition to write a line back that has to leave
/// @param interventionsPerAcquisition lines that another cache supplied
/// @param writeBacksPerAcquisition lines that came to memory
record Traffic(
        double busTransactionsPerAcquisition,
        double messagesPerAcquisition,
        double invalidationsPerAcquisition,
        double accessesPerAcquisition,
        double missesPerAcquisition,
        double coherenceMissesPerAcquisition,
        double capacityMissesPerAcquisition,
        double conflictMissesPerAcquisition,
        double hopsPerAcquisition,
        double stallCyclesPerAcquisition,
        double readRequestsPerAcquisition,
        double exclusiveRequestsPerAcquisition,
        double upgradeRequestsPerAcquisition,
        double writeBackRequestsPerAcquisition,
        double interventionsPerAcquisition,
        double writeBacksPerAcquisition) {
    static Traffic of(Counters all, Crew.Work work) {
        double rounds = Math.max(1, work.total());
        return new Traffic(
                all.busTransactions / rounds,
                all.messages / rounds,
                all.invalidations / rounds,
                all.accesses / rounds,
                all.misses() / rounds,
                all.coherenceMisses / rounds,
                all.capacityMisses / rounds,
                all.conflictMisses / rounds,
                all.hops / rounds,
                all.stallCycles / rounds,
                all.readRequests / rounds,
                all.exclusiveRequests / rounds,
                all.upgradeRequests / rounds,
                all.writeBackRequests / rounds,
                all.interventions / rounds,
                all.writeBacks / rounds);
    }
}
