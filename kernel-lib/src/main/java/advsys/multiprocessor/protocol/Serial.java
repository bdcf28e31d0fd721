package advsys.multiprocessor.protocol;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries out accesses to a line one after the other: each runs to its end, its messages in the order in which they
/// were sent, before the next begins.
final class Serial {
    private static final int MOST = 100_000; // messages of one access: far more than 64 CPUs need

    private final Protocol protocol;
    private final Controllers controllers;
    private final @Nullable Consumer<Move> onlooker; // a machine has none: a move for each message costs

    Serial(Protocol protocol, Sink sink, boolean brief) {
        this(protocol, sink, brief, null);
    }

    /// @param onlooker is told of each thing that happens, after it
    Serial(Protocol protocol, Sink sink, boolean brief, @Nullable Consumer<Move> onlooker) {
        this.protocol = protocol;
        this.controllers = new Controllers(protocol, sink, brief);
        this.onlooker = onlooker;
    }

    /// True when `cpu` may do so: it cannot evict what it does not have.
    boolean allows(Line line, int cpu, Event wish) {
        return controllers.allows(line, cpu, wish);
    }

    /// @return how many messages between nodes led, one after the other, to the last reply
    /// @throws IllegalStateException if the access does not come to an end
    int access(Line line, int cpu, Event wish) {
        controllers.wish(line, cpu, wish);
        tell(cpu, wish, Line.NOBODY, 0);
        int hops = 0;
        int messages = 0;
        while (line.messageCount > 0 || (protocol.bus() && line.request[cpu] != 0)) {
            if (line.messageCount == 0) {
                controllers.grant(line, cpu);
                tell(Line.NOBODY, null, cpu, 0);
                continue;
            }
            if (++messages > MOST) {
                throw new IllegalStateException("P" + (cpu + 1) + "'s " + wish + " comes to no end: after " + MOST
                        + " messages more are on their way");
            }
            int next = 0;
            hops = Line.to(line.messages[0]) == cpu ? Math.max(hops, Line.hops(line.messages[0])) : hops;
            long message = line.messages[0];
            while (!controllers.deliver(line, next)) { // a home that is busy takes what ends its work first
                if (++next == line.messageCount) {
                    throw new IllegalStateException(
                            "P" + (cpu + 1) + "'s " + wish + " comes to no end: every message has to wait");
                }
                message = line.messages[next];
            }
            tell(Line.NOBODY, null, Line.NOBODY, message);
        }
        if (!controllers.ready(line, cpu)) {
            throw new IllegalStateException("P" + (cpu + 1) + "'s " + wish + " ended in "
                    + protocol.cache().state(line.state[cpu]));
        }
        return hops;
    }

    private void tell(int cpu, @Nullable Event wish, int grants, long message) {
        if (onlooker != null) {
            onlooker.accept(new Move(cpu, wish, grants, message, 0));
        }
    }
}
