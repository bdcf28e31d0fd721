package advsys.multiprocessor.protocol;

/// Carries out the tables of a protocol on a [Line]: a CPU's wish, a turn on the bus, the arrival of a message.
final class Controllers {
    private final Protocol protocol;
    private final Sink sink;
    private int acks; // invalidations sent by the row in hand

    private final boolean[] idleIgnores; // by message: a cache without a copy has nothing to do

    /// @param brief whether a cache in its first state that would only acknowledge a request does so without a message
    Controllers(Protocol protocol, Sink sink, boolean brief) {
        this.protocol = protocol;
        this.sink = sink;
        this.idleIgnores = brief ? Snooping.idleIgnores(protocol) : new boolean[Event.values().length];
    }

    /// True when `cpu` may wish for something: nothing of its own is under way on this line.
    boolean ready(Line line, int cpu) {
        return !protocol.cache().state(line.state[cpu]).isTransient();
    }

    boolean allows(Line line, int cpu, Event wish) {
        Entry entry = protocol.cache().at(line.state[cpu], wish);
        return entry != null && !entry.never();
    }

    void wish(Line line, int cpu, Event wish) {
        atCache(line, cpu, wish, cpu, Line.NONE, 0);
    }

    /// True when the bus may grant a request for this line.
    boolean free(Line line) {
        return line.granted == Line.NOBODY && line.messageCount == 0;
    }

    /// The bus gives `cpu` its turn: everybody else sees the request.
    void grant(Line line, int cpu) {
        Event request = Event.of(line.request[cpu]);
        line.request[cpu] = 0;
        line.granted = cpu;
        sink.transaction(request, cpu);
        line.announced[cpu] = true;
        atCache(line, cpu, Event.GRANTED, cpu, Line.NONE, 0);
        if (request == Event.WB) {
            line.missing[cpu] = 1;
            return;
        }
        line.missing[cpu] = (byte) line.cpus; // the other caches, and memory
        boolean silent = idleIgnores[request.code()];
        for (int other = 0; other <= line.cpus; other++) {
            if (silent && other < line.cpus && other != cpu && line.state[other] == 0) {
                line.missing[cpu]--; // it would answer that it has nothing
            } else if (other != cpu) {
                send(line, request, cpu, other, cpu, Line.NONE, 0);
            }
        }
    }

    /// Delivers the message at `index`; false when it has to wait.
    boolean deliver(Line line, int index) {
        long message = line.messages[index];
        int to = Line.to(message);
        if (to == line.home()) {
            return atHome(line, message, index);
        }
        line.take(index);
        Event kind = Line.kind(message);
        Event event = kind.reply ? Replies.collect(protocol.bus(), line, message) : kind;
        byte data = Line.data(message);
        atCache(line, to, event, Line.requester(message), data, Line.hops(message));
        if (event == Event.ALONE || event == Event.SHARED || event == Event.LAST) {
            Replies.clear(line, to);
            line.granted = line.granted == to ? Line.NOBODY : line.granted;
        }
        return true;
    }

    private void atCache(Line line, int cpu, Event event, int requester, byte data, int hops) {
        Entry entry = entry(protocol.cache(), line.state[cpu], event, "P" + (cpu + 1));
        for (Action action : entry.actions()) {
            act(line, cpu, requester, data, action, hops);
        }
        line.state[cpu] = (byte) entry.next().index();
        if (entry.next().access() == State.Access.NONE) {
            if (entry.state().access() != State.Access.NONE && cpu != requester) {
                sink.lost(line, cpu);
            }
            line.data[cpu] = Line.NONE;
        }
    }

    private boolean atHome(Line line, long message, int index) {
        int from = Line.from(message);
        Event kind = Line.kind(message);
        Event event = kind == Event.PUT_M && from != line.owner ? Event.STRANGERS_PUT_M : kind;
        Entry entry = entry(protocol.home(), line.homeState, event, "the home");
        if (entry.stalls()) {
            return false;
        }
        line.take(index);
        int requester = event == Event.DONE || event == Event.FLUSH ? line.requester : from;
        if (event == Event.GET_S || event == Event.GET_M) {
            line.requester = from;
        }
        acks = 0;
        for (Action action : entry.actions()) {
            act(line, line.home(), requester, Line.data(message), action, Line.hops(message));
        }
        line.homeState = entry.next().index();
        if (!entry.next().isTransient()) {
            line.requester = Line.NOBODY;
        }
        return true;
    }

    private Entry entry(Table table, int state, Event event, String who) {
        Entry entry = table.at(state, event);
        if (entry == null) {
            throw new ViolationException(who + " in " + table.state(state) + " meets " + event + ", which the "
                    + table.name() + " does not know");
        }
        sink.used(entry);
        if (entry.never()) {
            throw new ViolationException(who + " in " + table.state(state) + " meets " + event + ", which the "
                    + table.name() + " calls impossible");
        }
        return entry;
    }

    private void act(Line line, int self, int requester, byte data, Action action, int hops) {
        switch (action.verb()) {
            case REQUEST, CONVERT -> line.request[self] = (byte) kind(action).code();
            case CANCEL -> line.request[self] = 0;
            case SEND -> send(line, self, requester, action, hops);
            case FILL -> line.data[self] = line.arrived[self];
            case REFRESH -> line.data[self] = data;
            case LOAD -> requireCurrent(line, self, "loads from");
            case STORE -> {
                requireCurrent(line, self, "stores into"); // the rest of the line stays as it is
                line.stored(self);
            }
            case TAKE -> line.memory = data;
            case OWN -> line.owner = requester;
            case SHARE -> line.sharers |= 1L << requester;
            case KEEP -> {
                line.sharers |= line.owner == Line.NOBODY ? 0 : 1L << line.owner;
                line.owner = Line.NOBODY;
            }
            case FORGET -> {
                line.sharers = 0;
                line.owner = Line.NOBODY;
            }
            case STALL -> {}
        }
    }

    private static void requireCurrent(Line line, int cpu, String does) {
        if (line.data[cpu] != Line.CURRENT) {
            throw new ViolationException("P" + (cpu + 1) + " " + does
                    + (line.data[cpu] == Line.NONE ? " a copy that it does not have" : " a stale copy"));
        }
    }

    private static Event kind(Action action) {
        Event kind = action.kind();
        if (kind == null) {
            throw new IllegalStateException("the action " + action + " names nothing");
        }
        return kind;
    }

    private void send(Line line, int self, int requester, Action action, int hops) {
        Event kind = kind(action);
        boolean home = self == line.home();
        byte carried = !kind.data ? Line.NONE : home ? line.memory : line.data[self];
        switch (action.to()) {
            case HOME -> send(line, kind, self, line.home(), requester, carried, hops);
            case REQUESTER -> send(line, kind, self, requester, requester, carried, hops);
            case OWNER -> {
                if (line.owner == Line.NOBODY) {
                    throw new ViolationException("the home sends " + kind + " to the owner, and there is none");
                }
                send(line, kind, self, line.owner, requester, carried, hops);
            }
            case OTHERS -> {
                for (int cpu = 0; cpu < line.cpus; cpu++) {
                    if (cpu != self && !(idleIgnores[kind.code()] && line.state[cpu] == 0)) {
                        send(line, kind, self, cpu, requester, carried, hops);
                    }
                }
            }
            case SHARERS -> {
                for (int cpu = 0; cpu < line.cpus; cpu++) {
                    if (((line.sharers >> cpu) & 1) != 0 && cpu != requester) {
                        send(line, kind, self, cpu, requester, carried, hops);
                        acks++;
                    }
                }
            }
            case null -> throw new IllegalStateException("the action " + action + " goes nowhere");
        }
    }

    private void send(Line line, Event kind, int from, int to, int requester, byte data, int hops) {
        sink.sent(kind, from, to, requester);
        int announcement = from == line.home() && kind == Event.DATA ? acks : 0;
        line.post(Line.message(kind, from, to, requester, data, announcement, hops + sink.hop(line, from, to)));
    }
}
