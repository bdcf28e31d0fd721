package advsys.multiprocessor.protocol;

import java.util.Arrays;

/// The copies of all lines in all caches, as a protocol's tables have them change: one access after the other, for up
/// to 64 CPUs.
///
/// - **Guarantee** states and messages are those of the tables. Caches that have no copy and would only acknowledge are
///   counted as having done so, without a message each.
/// - **Cost** a hit looks at one bit. A miss on a bus takes a step for each state that a cache can be in, whatever the
///   number of CPUs ([BusCopies]); elsewhere, and for tables that cannot be compiled, a row for each message
///   ([TableCopies]).
public abstract sealed class Copies permits BusCopies, TableCopies {
    private long[] readable = new long[64]; // by line, a bit for each CPU
    private long[] writable = new long[64];
    private long[] held = new long[64];
    private int lines;

    /// Who is near whom.
    public interface Nodes {
        /// The node of `controller`, a CPU or, beyond them, the home of `line`.
        int node(int line, int controller);
    }

    /// The copies of a machine with so many CPUs.
    ///
    /// @param oneNode whether all CPUs and all memory are at one place, so that no message is a hop
    public static Copies of(Protocol protocol, int cpus, boolean oneNode, Nodes nodes) {
        BusTable compiled = oneNode ? BusTable.of(protocol) : null;
        return compiled == null ? new TableCopies(protocol, cpus, nodes) : new BusCopies(compiled, cpus);
    }

    /// One line more, of which nobody has a copy.
    ///
    /// @return its number: how many there were before
    public int add() {
        if (lines == readable.length) {
            readable = Arrays.copyOf(readable, 2 * lines);
            writable = Arrays.copyOf(writable, 2 * lines);
            held = Arrays.copyOf(held, 2 * lines);
        }
        added(lines);
        return lines++;
    }

    /// True when `cpu` reads its own copy, and nobody hears of it.
    public final boolean readsAtOnce(int line, int cpu) {
        return ((readable[line] >>> cpu) & 1) != 0;
    }

    /// True when `cpu` writes its own copy, and nothing changes anywhere.
    public final boolean writesAtOnce(int line, int cpu) {
        return ((writable[line] >>> cpu) & 1) != 0;
    }

    /// True when `cpu` has a copy, readable or not.
    public final boolean holds(int line, int cpu) {
        return ((held[line] >>> cpu) & 1) != 0;
    }

    final void set(int line, long reads, long writes, long holds) {
        readable[line] = reads;
        writable[line] = writes;
        held[line] = holds;
    }

    abstract void added(int line);

    /// Carries out an access, and says what it brought about.
    public abstract void access(int line, int cpu, Event wish, Effects effects);

    /// The name of the state of `cpu`'s copy.
    public abstract String state(int line, int cpu);

    /// By state of a cache: true when a store changes nothing anywhere.
    static boolean[] writesAtOnce(Protocol protocol) {
        boolean[] writes = new boolean[protocol.cache().states().size()];
        for (State state : protocol.cache().states()) {
            Entry store = protocol.cache().at(state.index(), Event.STORE);
            writes[state.index()] = !state.isTransient()
                    && state.access() == State.Access.WRITE
                    && store != null
                    && store.next().equals(state);
        }
        return writes;
    }

    static boolean reads(State state) {
        return !state.isTransient() && state.access().compareTo(State.Access.READ) >= 0;
    }
}
