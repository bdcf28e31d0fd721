package advsys.multiprocessor.protocol;

/// A protocol at work for a machine: its tables carried out one access after the other, for up to 64 CPUs.
///
/// - **Guarantee** states and messages are those of the tables. Caches that have no copy and would only acknowledge are
///   counted as having done so, without a message each.
/// - **Cost** a hit looks up one state; a miss carries out a row for each message.
public final class Coherence {
    private final Protocol protocol;
    private final Serial serial;
    private final boolean[] reads; // by state
    private final boolean[] writes; // by state: a store changes nothing

    /// What the machine wants to know of an access.
    public interface Meter {
        /// The bus grants `cpu` a request.
        void transaction(Event request, int cpu);

        void sent(Event message, int from, int to, int requester);

        /// `cpu`'s copy has gone because of another's access.
        void lost(Line line, int cpu);

        /// The node of a CPU, or of the line's home.
        int node(Line line, int controller);
    }

    public Coherence(Protocol protocol, Meter meter) {
        this.protocol = protocol;
        this.serial = new Serial(
                protocol,
                new Sink() {
                    @Override
                    public void used(Entry entry) {}

                    @Override
                    public void transaction(Event request, int cpu) {
                        meter.transaction(request, cpu);
                    }

                    @Override
                    public void sent(Event kind, int from, int to, int requester) {
                        meter.sent(kind, from, to, requester);
                    }

                    @Override
                    public void lost(Line line, int cpu) {
                        meter.lost(line, cpu);
                    }

                    @Override
                    public int hop(Line line, int from, int to) {
                        return meter.node(line, from) == meter.node(line, to) ? 0 : 1;
                    }
                },
                true);
        int states = protocol.cache().states().size();
        reads = new boolean[states];
        writes = new boolean[states];
        for (State state : protocol.cache().states()) {
            boolean stable = !state.isTransient();
            reads[state.index()] = stable && state.access().compareTo(State.Access.READ) >= 0;
            Entry store = protocol.cache().at(state.index(), Event.STORE);
            writes[state.index()] = stable
                    && state.access() == State.Access.WRITE
                    && store != null
                    && store.next().equals(state);
        }
    }

    /// True when `cpu` reads its own copy, and nobody hears of it.
    public boolean readsAtOnce(Line line, int cpu) {
        return reads[line.state[cpu]];
    }

    /// True when `cpu` writes its own copy, and nothing changes anywhere.
    public boolean writesAtOnce(Line line, int cpu) {
        return writes[line.state[cpu]];
    }

    /// Carries out an access; returns how many messages between nodes it took, one after the other.
    public int access(Line line, int cpu, Event wish) {
        return serial.access(line, cpu, wish);
    }

    /// True when `cpu` has a copy, readable or not.
    public boolean holds(Line line, int cpu) {
        return protocol.cache().state(line.state[cpu]).access() != State.Access.NONE;
    }

    /// The name of the state of `cpu`'s copy.
    public String state(Line line, int cpu) {
        return protocol.cache().state(line.state[cpu]).name();
    }
}
