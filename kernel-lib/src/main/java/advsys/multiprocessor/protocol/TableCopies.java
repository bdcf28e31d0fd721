package advsys.multiprocessor.protocol;

import java.util.Arrays;

/// Copies whose every message is a row of the tables, looked up as it arrives.
final class TableCopies extends Copies implements Sink {
    private final Protocol protocol;
    private final int cpus;
    private final Nodes nodes;
    private final Serial serial;
    private final boolean[] reads; // by state
    private final boolean[] writes;
    private final boolean[] holds;
    private Line[] all = new Line[64];
    private int lineInHand;
    private Effects effects = new Effects();

    TableCopies(Protocol protocol, int cpus, Nodes nodes) {
        this.protocol = protocol;
        this.cpus = cpus;
        this.nodes = nodes;
        this.serial = new Serial(protocol, this, true);
        this.writes = writesAtOnce(protocol);
        this.reads = new boolean[writes.length];
        this.holds = new boolean[writes.length];
        for (State state : protocol.cache().states()) {
            reads[state.index()] = reads(state);
            holds[state.index()] = state.access() != State.Access.NONE;
        }
    }

    @Override
    void added(int line) {
        if (line == all.length) {
            all = Arrays.copyOf(all, 2 * line);
        }
        all[line] = new Line(cpus);
    }

    /// A line that is already in use.
    void add(Line used) {
        all[add()] = used;
    }

    @Override
    public void access(int number, int cpu, Event wish, Effects found) {
        found.clear();
        effects = found;
        lineInHand = number;
        Line line = all[number];
        found.hops = serial.access(line, cpu, wish);
        long read = 0;
        long written = 0;
        long held = 0;
        for (int i = 0; i < cpus; i++) {
            int state = line.state[i];
            read |= reads[state] ? 1L << i : 0;
            written |= writes[state] ? 1L << i : 0;
            held |= holds[state] ? 1L << i : 0;
        }
        set(number, read, written, held);
    }

    @Override
    public String state(int line, int cpu) {
        return protocol.cache().state(all[line].state[cpu]).name();
    }

    @Override
    public void used(Entry entry) {}

    @Override
    public void transaction(Event request, int cpu) {
        effects.request = request;
        effects.transaction = true;
        effects.asked = true;
    }

    @Override
    public void sent(Event kind, int from, int to, int requester) {
        effects.sent(kind, from, to, cpus);
    }

    @Override
    public void lost(Line line, int cpu) {
        effects.lost |= 1L << cpu;
    }

    @Override
    public int hop(Line line, int from, int to) {
        return nodes.node(lineInHand, from) == nodes.node(lineInHand, to) ? 0 : 1;
    }
}
