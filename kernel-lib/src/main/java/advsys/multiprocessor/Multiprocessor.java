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

/// A multiprocessor that exists in simulation only, as the value of a knob: `with("machine", Multiprocessor.mesi(64))`.
///
/// The subject's classes run on it as they are: every access to a field that is not final, to an array, an atomic or a
/// VarHandle becomes a step of a simulated CPU, through the tables of the protocol; so do those inside the JDK's own
/// concurrent classes. More threads than CPUs take turns.
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
/// @param scheduling how CPUs are shared when there are more threads
/// @param execution how that is simulated
public record Multiprocessor(
        Protocol protocol,
        int cpus,
        int cpusPerNode,
        CacheSize cache,
        Costs costs,
        Scheduling scheduling,
        Execution execution)
        implements Machine {
    static final int MOST_CPUS = 64;
    private static final int USUAL_PER_NODE = 2;

    /// @throws IllegalArgumentException if the number of CPUs is not between 1 and 64, or a node has none
    public Multiprocessor {
        if (cpus < 1 || cpus > MOST_CPUS || cpusPerNode < 1) {
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
                protocol, cpus, 64, CacheSize.usual(), Costs.bus1991(), Scheduling.usual(), Execution.usual());
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
                Scheduling.usual(),
                Execution.usual());
    }

    /// This machine with other caches.
    public Multiprocessor with(CacheSize size) {
        return new Multiprocessor(protocol, cpus, cpusPerNode, size, costs, scheduling, execution);
    }

    /// This machine with other costs.
    public Multiprocessor with(Costs other) {
        return new Multiprocessor(protocol, cpus, cpusPerNode, cache, other, scheduling, execution);
    }

    /// This machine, on which threads that share a CPU take turns in another way.
    public Multiprocessor with(Scheduling other) {
        return new Multiprocessor(protocol, cpus, cpusPerNode, cache, costs, other, execution);
    }

    /// This machine, simulated in another way.
    public Multiprocessor with(Execution other) {
        return new Multiprocessor(protocol, cpus, cpusPerNode, cache, costs, scheduling, other);
    }

    /// This machine with so many CPUs in a node.
    public Multiprocessor perNode(int number) {
        return new Multiprocessor(protocol, cpus, number, cache, costs, scheduling, execution);
    }

    /// This machine, whose CPUs execute every turn of a loop that waits.
    public Multiprocessor withoutParking() {
        return with(execution.withoutParking());
    }

    /// This machine, whose CPUs are virtual threads.
    public Multiprocessor onVirtualThreads() {
        return with(execution.onVirtualThreads());
    }

    /// This machine, which ends a run after so many accesses, or turns of loops.
    public Multiprocessor budget(long accesses) {
        return with(execution.budget(accesses));
    }

    /// This machine, whose CPUs may be so many cycles ahead of each other while they use lines of their own: faster for
    /// programs that work on much private memory. The column `accessesOutOfOrder` says whether that was seen: at 0
    /// all else is as in strict order, which a program without data races keeps unless it shares lines by chance.
    public Multiprocessor lookingAhead(int cycles) {
        return with(execution.lookingAhead(cycles));
    }

    /// This machine, which writes down in `profile` where its traffic comes from.
    public Multiprocessor profiledBy(Profile where) {
        return with(execution.profiledBy(where));
    }

    @Override
    public <T> T make(Maker<T> maker) throws Exception {
        T made = Twins.make(maker);
        Profile profile = execution.profile();
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
        text.append(execution);
        return text.toString();
    }

    private Costs usualCosts() {
        return protocol.bus() ? Costs.bus1991() : Costs.origin();
    }
}
