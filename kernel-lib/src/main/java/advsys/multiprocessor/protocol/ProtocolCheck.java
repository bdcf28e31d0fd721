package advsys.multiprocessor.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Explores a protocol: first one line alone, breadth first, so that a violation is found on a shortest way; then two
/// lines together, whose CPUs wait for one access at a time, up to the names of the CPUs and of the lines.
final class ProtocolCheck {
    private final Protocol protocol;
    private final int cpus;
    private final boolean overlapping;
    private final int mostStates;
    private final LineStates states;
    private final IntList parents = new IntList();
    private final List<@Nullable Move> moves = new ArrayList<>(); // the move that first led to a state

    /// @param overlapping false to let each access end before the next begins, with its messages in order
    ProtocolCheck(Protocol protocol, int cpus, boolean overlapping) {
        this(protocol, cpus, overlapping, EndlessException.MOST_OF_A_LINE);
    }

    /// @param mostStates of a line, after which it is given up
    ProtocolCheck(Protocol protocol, int cpus, boolean overlapping, int mostStates) {
        if (cpus < 1 || cpus > 3) {
            throw new IllegalArgumentException(cpus + " CPUs: 1, 2 or 3 can be explored, and 3 show what more would");
        }
        this.protocol = protocol;
        this.cpus = cpus;
        this.overlapping = overlapping;
        this.mostStates = mostStates;
        this.states = new LineStates(protocol, cpus, overlapping);
    }

    Verdict verdict() {
        long start = System.nanoTime();
        Counterexample wrong = oneLine();
        long together = wrong == null ? new LinePairs(states, cpus).count() : 0;
        return new Verdict(
                protocol,
                cpus,
                states.size(),
                together,
                (System.nanoTime() - start) / 1_000_000,
                wrong,
                wrong == null ? states.unused() : List.of());
    }

    /// The shortest way to a violation; null when there is none.
    private @Nullable Counterexample oneLine() {
        parents.add(-1);
        moves.add(null);
        for (int state = 0; state < parents.size(); state++) {
            if (states.size() > mostStates) {
                int messages = states.line(states.size() - 1).messageCount;
                throw EndlessException.ofALine(protocol, cpus, states.size(), messages);
            }
            String wrong = wrongIn(state);
            if (wrong != null) {
                return new Counterexample(protocol, cpus, wayTo(state, null), wrong);
            }
            try {
                boolean moved = false;
                for (Move move : states.moves(state)) {
                    moved |= !move.isWish();
                    if (move.to() == parents.size()) {
                        parents.add(state);
                        moves.add(move);
                    }
                }
                if (!moved && states.waiting(state) != 0) {
                    return new Counterexample(protocol, cpus, wayTo(state, null), waitsForEver(state));
                }
            } catch (ViolatingMove violation) {
                return new Counterexample(protocol, cpus, wayTo(state, violation.move), violation.what);
            }
        }
        return null;
    }

    private String waitsForEver(int state) {
        int cpu = Integer.numberOfTrailingZeros(states.waiting(state));
        return "P" + (cpu + 1) + " waits for ever in " + protocol.cache().state(states.line(state).state[cpu]);
    }

    /// Two that may write, or one that may write while another may read.
    private @Nullable String wrongIn(int state) {
        Line line = states.line(state);
        if (!overlapping && (line.messageCount > 0 || states.waiting(state) != 0)) {
            return null;
        }
        int writer = Line.NOBODY;
        int reader = Line.NOBODY;
        for (int cpu = 0; cpu < cpus; cpu++) {
            State.Access access = protocol.cache().state(line.state[cpu]).access();
            if (access == State.Access.WRITE) {
                if (writer != Line.NOBODY) {
                    return "P" + (writer + 1) + " and P" + (cpu + 1) + " may both write";
                }
                writer = cpu;
            } else if (access == State.Access.READ) {
                reader = cpu;
            }
        }
        return writer == Line.NOBODY || reader == Line.NOBODY
                ? null
                : "P" + (writer + 1) + " may write while P" + (reader + 1) + " may read";
    }

    private List<Move> wayTo(int state, @Nullable Move last) {
        List<Move> way = new ArrayList<>();
        if (last != null) {
            way.add(last);
        }
        for (int at = state; at > 0; at = parents.get(at)) {
            Move move = moves.get(at);
            if (move != null) {
                way.addFirst(move);
            }
        }
        return way;
    }
}
