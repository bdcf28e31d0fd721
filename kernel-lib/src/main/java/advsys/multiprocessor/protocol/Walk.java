package advsys.multiprocessor.protocol;

import advsys.lab.Scenario;
import advsys.lab.Trial;
import org.jspecify.annotations.Nullable;

/// A protocol carries out accesses to one line, one after the other, message by message: what does each of them cost?
/// Traced, it is every message with the caches after it.
///
/// - **Guarantee** exact, and the same in every run: there is no chance in it, and no time.
/// - **Cost** microseconds an access.
/// - **Errors** an eviction by a CPU that has no copy is refused; so is a CPU that the protocol's table does not
/// expect.
/// - **Source** the tables of costs in D. Culler, J. Singh, A. Gupta, *Parallel Computer Architecture*, 1999, section
///   5.3, are made so.
///
/// @param protocol by which tables
/// @param home at which CPU's node the line's memory is, from 1, in a machine of nodes with one CPU each; 0 is a node
///     without any
/// @param inARow how often each load and each store is done, one after the other
/// @param roundsBefore how often all of it happens before anything is counted: for what goes on and on
public record Walk(Protocol protocol, int home, int inARow, int roundsBefore) implements Scenario<Accesses, Walk.Row> {

    /// What one round has cost.
    ///
    /// @param busTransactions requests that the bus has granted
    /// @param messages of all kinds
    /// @param hops messages between nodes that the CPUs waited for, one after the other; none on a bus
    /// @param lastHops those of the last access alone
    /// @param invalidations copies lost to another's store
    /// @param fromCaches times that another cache supplied the line
    /// @param memoryWrites times that memory was written
    public record Row(
            int busTransactions,
            int messages,
            int hops,
            int lastHops,
            int invalidations,
            int fromCaches,
            int memoryWrites) {}

    /// MESI.
    public Walk() {
        this(Mesi.protocol(), 0, 1, 0);
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public Walk {
        if (home < 0 || home > 64 || inARow < 1 || roundsBefore < 0) {
            throw new IllegalArgumentException("home is " + home + ", inARow " + inARow + ", roundsBefore "
                    + roundsBefore + ": home is a CPU from 1 to 64, or 0; the others at least 1 and 0");
        }
    }

    @Override
    public Row run(Accesses accesses, Trial trial) {
        return walk(accesses, trial);
    }

    /// The same without an experiment around it.
    Row count(Accesses accesses) {
        return walk(accesses, null);
    }

    private Row walk(Accesses accesses, @Nullable Trial trial) {
        Line line = new Line(Math.max(accesses.cpus(), home));
        Serial before = new Serial(protocol, Counterexample.Silent.SINK, false);
        for (int round = 0; round < roundsBefore; round++) {
            for (Accesses.Access access : accesses.list(inARow)) {
                play(before, line, access);
            }
        }
        Count count = new Count(line.home(), protocol.bus(), home - 1);
        Serial counted = trial == null
                ? new Serial(protocol, count, false)
                : new Serial(protocol, count, false, move -> LineRows.tell(trial, protocol, line, move));
        int hops = 0;
        int last = 0;
        for (Accesses.Access access : accesses.list(inARow)) {
            if (trial != null) {
                trial.poll();
            }
            last = play(counted, line, access);
            hops += last;
        }
        return count.row(hops, last);
    }

    private static int play(Serial serial, Line line, Accesses.Access access) {
        if (!serial.allows(line, access.cpu(), access.wish())) {
            throw new IllegalArgumentException(access + " is impossible here: it has no copy of the line");
        }
        return serial.access(line, access.cpu(), access.wish());
    }

    /// Counts.
    private static final class Count implements Sink {
        private final int cpus;
        private final boolean bus;
        private final int homeNode;
        private int busTransactions;
        private int messages;
        private int invalidations;
        private int fromCaches;
        private int memoryWrites;

        Count(int cpus, boolean bus, int homeNode) {
            this.cpus = cpus;
            this.bus = bus;
            this.homeNode = homeNode;
        }

        @Override
        public void used(Entry entry) {}

        @Override
        public void transaction(Event request, int cpu) {
            busTransactions++;
        }

        @Override
        public void sent(Event kind, int from, int to, int requester) {
            messages++;
            switch (kind) {
                case DATA, DATA_SHARED -> fromCaches += from < cpus ? 1 : 0;
                case WB_DATA, FLUSH, PUT, PUT_M -> memoryWrites++;
                default -> {}
            }
        }

        @Override
        public void lost(Line line, int cpu) {
            invalidations++;
        }

        @Override
        public int hop(Line line, int from, int to) {
            return bus || node(line, from) == node(line, to) ? 0 : 1;
        }

        private int node(Line line, int controller) {
            return controller == line.home() ? homeNode : controller;
        }

        Row row(int hops, int lastHops) {
            return new Row(busTransactions, messages, hops, lastHops, invalidations, fromCaches, memoryWrites);
        }
    }
}
