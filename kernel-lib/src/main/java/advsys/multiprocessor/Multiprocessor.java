package advsys.multiprocessor;

import advsys.lab.Crew;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Trial;
import advsys.multiprocessor.protocol.Directory;
import advsys.multiprocessor.protocol.Firefly;
import advsys.multiprocessor.protocol.Mesi;
import advsys.multiprocessor.protocol.Moesi;
import advsys.multiprocessor.protocol.Msi;
import advsys.multiprocessor.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/// A multiprocessor that exists in simulation only, as the value of a knob: `with("machine", Multiprocessor.mesi(64))`.
///
/// The subject's classes run on it as they are: every access to a field that is not final, to an array, an atomic or a
/// VarHandle becomes a step of a simulated CPU, through the tables of the protocol.
///
/// - **Guarantee** accesses happen in the order of simulated time, one at a time (sequential consistency). The same
///   seed gives the same trace; counts do not depend on spin parking, nor on how CPUs are switched.
/// - **Cost** one switch of a continuation an access, some 0.1 µs, unless nobody else is earlier.
/// - **Errors** what cannot be simulated is refused with its line and what to write instead. A program that can go on
///   no more is ended with the CPU and what it waits for, one that does not end by itself when its budget is
///   spent.
/// - **Left out** what the scenario itself touches; reordering by the CPU or the compiler.
///
/// @param cpus how many, up to 64
/// @param cpusPerNode how many share a node's memory; those of a bus share one
/// @param parking whether a CPU that spins on its own copy sleeps until it loses it: faster, the same counts
/// @param continuations whether CPUs are switched by the JDK's continuations; by virtual threads otherwise
/// @param budget how many accesses a run may take
/// @param lookAhead how many cycles a CPU may be ahead of another while it uses lines of its own; 0 for strict order
/// @param scheduling how CPUs are shared when there are more threads
/// @param profile where the traffic is written down by CPU, line of memory and line of source; null for nowhere
public record Multiprocessor(
        Protocol protocol,
        int cpus,
        int cpusPerNode,
        CacheSize cache,
        Costs costs,
        boolean parking,
        boolean continuations,
        long budget,
        int lookAhead,
        Scheduling scheduling,
        @Nullable Profile profile)
        implements Machine {
    private static final int USUAL_PER_NODE = 2;
    private static final long BUDGET = 2_000_000_000L;

    /// @throws IllegalArgumentException if the number of CPUs is not between 1 and 64, a node has none, or the
    ///     look-ahead is negative
    public Multiprocessor {
        if (lookAhead < 0) {
            throw new IllegalArgumentException(
                    "a look-ahead of " + lookAhead + " cycles: 0 is strict order, more is ahead");
        }
        if (cpus < 1 || cpus > 64 || cpusPerNode < 1) {
            throw new IllegalArgumentException(
                    cpus + " CPUs, " + cpusPerNode + " in a node: take 1 to 64, and at least one in a node");
        }
    }

    /// CPUs on one bus with the protocol MSI.
    public static Multiprocessor msi(int cpus) {
        return bus(Msi.protocol(), cpus);
    }

    /// CPUs on one bus with the protocol MESI.
    public static Multiprocessor mesi(int cpus) {
        return bus(Mesi.protocol(), cpus);
    }

    /// CPUs on one bus with the protocol MOESI.
    public static Multiprocessor moesi(int cpus) {
        return bus(Moesi.protocol(), cpus);
    }

    /// CPUs on one bus with the protocol Firefly, which updates copies.
    public static Multiprocessor firefly(int cpus) {
        return bus(Firefly.protocol(), cpus);
    }

    /// CPUs on one bus with any protocol for one: a reader's, for instance.
    public static Multiprocessor bus(Protocol protocol, int cpus) {
        return new Multiprocessor(
                protocol,
                cpus,
                64,
                CacheSize.usual(),
                Costs.bus1991(),
                true,
                ContinuationStrand.available(),
                BUDGET,
                0,
                Scheduling.usual(),
                null);
    }

    /// Nodes of two CPUs with a directory each.
    public static Multiprocessor ccnuma(int cpus) {
        return network(Directory.protocol(), cpus);
    }

    /// The same, whose owners answer through the home: four hops instead of three.
    public static Multiprocessor ccnumaThroughHome(int cpus) {
        return network(Directory.throughHome(), cpus);
    }

    /// CPUs like those of this host, with what it was measured to take ([Costs#thisHost]) and a second
    /// cache of its size, on one bus with the protocol MESI.
    public static Multiprocessor likeThisHost(int cpus) {
        return mesi(cpus).with(Costs.thisHost()).with(CacheSize.ofThisHost());
    }

    private static Multiprocessor network(Protocol protocol, int cpus) {
        return new Multiprocessor(
                protocol,
                cpus,
                USUAL_PER_NODE,
                CacheSize.usual(),
                Costs.origin(),
                true,
                ContinuationStrand.available(),
                BUDGET,
                0,
                Scheduling.usual(),
                null);
    }

    /// This machine with other caches.
    public Multiprocessor with(CacheSize size) {
        return new Multiprocessor(
                protocol,
                cpus,
                cpusPerNode,
                size,
                costs,
                parking,
                continuations,
                budget,
                lookAhead,
                scheduling,
                profile);
    }

    /// This machine with other costs.
    public Multiprocessor with(Costs other) {
        return new Multiprocessor(
                protocol,
                cpus,
                cpusPerNode,
                cache,
                other,
                parking,
                continuations,
                budget,
                lookAhead,
                scheduling,
                profile);
    }

    /// This machine with so many CPUs in a node.
    public Multiprocessor perNode(int number) {
        return new Multiprocessor(
                protocol, cpus, number, cache, costs, parking, continuations, budget, lookAhead, scheduling, profile);
    }

    /// This machine, whose CPUs execute every turn of a loop that waits.
    public Multiprocessor withoutParking() {
        return new Multiprocessor(
                protocol,
                cpus,
                cpusPerNode,
                cache,
                costs,
                false,
                continuations,
                budget,
                lookAhead,
                scheduling,
                profile);
    }

    /// This machine, whose CPUs are virtual threads.
    public Multiprocessor onVirtualThreads() {
        return new Multiprocessor(
                protocol, cpus, cpusPerNode, cache, costs, parking, false, budget, lookAhead, scheduling, profile);
    }

    /// This machine, which ends a run after so many accesses.
    public Multiprocessor budget(long accesses) {
        return new Multiprocessor(
                protocol,
                cpus,
                cpusPerNode,
                cache,
                costs,
                parking,
                continuations,
                accesses,
                lookAhead,
                scheduling,
                profile);
    }

    /// This machine, whose CPUs may be so many cycles ahead of each other while they use lines of their own: faster for
    /// programs that work on much private memory. The column `accessesOutOfOrder` says whether that was seen: at 0
    /// all else is as in strict order, which a program without data races keeps unless it shares lines by chance.
    public Multiprocessor lookingAhead(int cycles) {
        return new Multiprocessor(
                protocol, cpus, cpusPerNode, cache, costs, parking, continuations, budget, cycles, scheduling, profile);
    }

    /// This machine, on which threads that share a CPU take turns in another way.
    public Multiprocessor with(Scheduling other) {
        return new Multiprocessor(
                protocol, cpus, cpusPerNode, cache, costs, parking, continuations, budget, lookAhead, other, profile);
    }

    /// This machine, which writes down in `profile` where its traffic comes from.
    public Multiprocessor profiledBy(Profile where) {
        return new Multiprocessor(
                protocol,
                cpus,
                cpusPerNode,
                cache,
                costs,
                parking,
                continuations,
                budget,
                lookAhead,
                scheduling,
                where);
    }

    @Override
    public <T> T make(Maker<T> maker) throws Exception {
        T made = Twins.make(maker);
        if (profile != null && made != null) {
            profile.about(made);
        }
        return made;
    }

    @Override
    public Crew crew(Trial trial) {
        long seed = trial.random().nextLong();
        return Crew.on(new Simulation(this, trial, seed), seed);
    }

    Strand strand(Runnable body) {
        return continuations ? ContinuationStrand.of(body) : new ThreadStrand(body);
    }

    int node(int cpu) {
        return cpu / cpusPerNode;
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(protocol.name()).append(", ").append(cpus).append(cpus == 1 ? " CPU" : " CPUs");
        text.append(protocol.bus() || cpusPerNode == USUAL_PER_NODE ? "" : ", " + cpusPerNode + " to a node");
        text.append(cache.equals(CacheSize.usual()) ? "" : ", " + cache);
        text.append(costs.equals(usualCosts()) ? "" : ", " + costs);
        text.append(scheduling.equals(Scheduling.usual()) ? "" : ", " + scheduling);
        text.append(lookAhead == 0 ? "" : ", looking ahead " + lookAhead + " cycles");
        text.append(parking ? "" : ", without parking");
        text.append(continuations == ContinuationStrand.available() ? "" : ", on virtual threads");
        return text.toString();
    }

    private Costs usualCosts() {
        return protocol.bus() ? Costs.bus1991() : Costs.origin();
    }
}
