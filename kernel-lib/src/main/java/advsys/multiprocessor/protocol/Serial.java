package advsys.multiprocessor.protocol;

/// Carries out accesses to a line one after the other: each runs to its end, its messages in the order in which they
/// were sent, before the next begins.
final class Serial {
    private final Protocol protocol;
    private final Controllers controllers;

    Serial(Protocol protocol, Sink sink, boolean brief) {
        this.protocol = protocol;
        this.controllers = new Controllers(protocol, sink, brief);
    }

    /// @return how many messages between nodes led, one after the other, to the last reply
    /// @throws IllegalStateException if the access does not come to an end
    int access(Line line, int cpu, Event wish) {
        controllers.wish(line, cpu, wish);
        int hops = 0;
        if (protocol.bus() && line.request[cpu] != 0) {
            controllers.grant(line, cpu);
        }
        while (line.messageCount > 0) {
            int next = 0;
            hops = Line.to(line.messages[0]) == cpu ? Math.max(hops, Line.hops(line.messages[0])) : hops;
            while (!controllers.deliver(line, next)) { // a home that is busy takes what ends its work first
                next++;
            }
        }
        if (!controllers.ready(line, cpu)) {
            throw new IllegalStateException("P" + (cpu + 1) + "'s " + wish + " ended in "
                    + protocol.cache().state(line.state[cpu]));
        }
        return hops;
    }
}
