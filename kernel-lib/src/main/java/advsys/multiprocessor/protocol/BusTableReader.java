package advsys.multiprocessor.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a snooping protocol's rows as they follow each other when nothing else is under way: wish, turn on the bus,
/// replies. Rows of any other form are refused by [OtherForm].
final class BusTableReader {
    /// The tables are not of the form that can be compiled.
    static final class OtherForm extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherForm(String why) {
            super(why);
        }
    }

    private final Protocol protocol;
    private final List<State> stable = new ArrayList<>();
    private final boolean[] idleIgnores;

    BusTableReader(Protocol protocol) {
        this.protocol = protocol;
        this.idleIgnores = Snooping.idleIgnores(protocol);
        for (State state : protocol.cache().states()) {
            if (!state.isTransient()) {
                stable.add(state);
            }
        }
        State first = protocol.cache().state(0);
        require(!first.isTransient() && first.access() == State.Access.NONE, "the first state has a copy");
        require(protocol.home().states().size() == 1, "memory has states");
    }

    /// The states in which nothing is under way.
    List<State> stable() {
        return stable;
    }

    BusTable.Own own(State state, Event wish) {
        Entry entry = protocol.cache().at(state.index(), wish);
        if (entry == null || entry.never()) {
            require(wish == Event.EVICT, "a wish that cannot be");
            return new BusTable.Own(null, stable.indexOf(state), -1, 0, 0, false); // nothing to evict
        }
        Event request = null;
        for (Action action : entry.actions()) {
            switch (action.verb()) {
                case REQUEST -> {
                    require(request == null && entry.actions().size() == 1, "asks and does more");
                    request = action.kind();
                }
                case LOAD, STORE -> {}
                default -> throw new OtherForm("a wish that does " + action);
            }
        }
        return request == null
                ? new BusTable.Own(null, number(entry.next()), -1, 0, 0, false)
                : asked(request, entry.next());
    }

    private BusTable.Own asked(Event request, State waiting) {
        Sent sent = new Sent();
        Entry granted = entry(waiting, Event.GRANTED);
        for (Action action : granted.actions()) {
            require(
                    action.verb() == Action.Verb.SEND && action.to() == Action.Place.HOME,
                    "a grant that does " + action);
            sent.add(action, 0);
        }
        if (request != Event.WB) {
            sent.messages++; // the request itself, at memory
            atMemory(request, sent, 1);
            Entry reply = protocol.cache().at(granted.next().index(), Event.REPLY);
            require(
                    reply == null
                            || reply.never()
                            || (reply.actions().isEmpty() && reply.next().equals(granted.next())),
                    "a reply that does something");
        }
        return new BusTable.Own(
                request,
                end(granted.next(), Event.ALONE),
                end(granted.next(), Event.SHARED),
                sent.messages,
                sent.writeBacks,
                sent.fetched);
    }

    private int end(State waiting, Event event) {
        Entry entry = protocol.cache().at(waiting.index(), event);
        if (entry == null || entry.never()) {
            return -1;
        }
        for (Action action : entry.actions()) {
            switch (action.verb()) {
                case FILL, LOAD, STORE -> {}
                default -> throw new OtherForm("the last reply does " + action);
            }
        }
        return number(entry.next());
    }

    BusTable.Answer answer(State state, Event request) {
        if (state.index() == 0 && idleIgnores[request.code()]) {
            return new BusTable.Answer(true, 0, 0, 0, 0, false, false);
        }
        Entry entry = protocol.cache().at(state.index(), request);
        if (entry == null || entry.never()) { // must not come up: SerialAgreement sees to that
            return new BusTable.Answer(false, -1, 0, 0, 0, false, false);
        }
        Sent sent = new Sent();
        sent.messages++; // the request itself
        for (Action action : entry.actions()) {
            require(action.verb() == Action.Verb.SEND, "a snoop that does " + action);
            sent.add(action, 1);
        }
        require(sent.replies == 1, "a snoop with " + sent.replies + " replies");
        return new BusTable.Answer(
                false,
                number(entry.next()),
                sent.messages,
                sent.interventions,
                sent.writeBacks,
                state.access() != State.Access.NONE && entry.next().access() == State.Access.NONE,
                sent.shares);
    }

    /// What memory does at a message: at most one reply, and nothing further.
    private void atMemory(Event message, Sent sent, int replies) {
        Entry entry = protocol.home().at(0, message);
        if (entry == null || entry.never()) {
            throw new OtherForm("memory does not know " + message);
        }
        int before = sent.replies;
        for (Action action : entry.actions()) {
            switch (action.verb()) {
                case TAKE -> {}
                case SEND -> {
                    require(action.to() == Action.Place.REQUESTER, "memory sends elsewhere");
                    sent.messages++;
                    sent.replies++;
                    sent.fetched |= action.kind() == Event.MEM_DATA;
                    require(action.kind() == Event.MEM_DATA || action.kind() == Event.ACK, "memory sends " + action);
                }
                default -> throw new OtherForm("memory does " + action);
            }
        }
        require(sent.replies - before == replies, "memory replies " + (sent.replies - before) + " times");
    }

    /// What one cache sends, and memory for it.
    private final class Sent {
        int messages;
        int interventions;
        int writeBacks;
        int replies;
        boolean shares;
        boolean fetched;

        /// @param fromSnoop 1 when it is an answer, 0 when the cache sends it for itself and memory answers
        void add(Action action, int fromSnoop) {
            Event kind = action.kind();
            require(kind != null && (action.to() == Action.Place.HOME) != kind.reply, "a message to nobody");
            messages++;
            if (kind == null) {
                return;
            }
            switch (kind) {
                case DATA, DATA_SHARED -> interventions++;
                case WB_DATA, FLUSH -> writeBacks++;
                default -> {}
            }
            if (kind.reply) {
                replies++;
                shares |= kind == Event.ACK_SHARED || kind == Event.DATA_SHARED;
            } else {
                atMemory(kind, this, 1 - fromSnoop);
            }
        }
    }

    private int number(State state) {
        int number = stable.indexOf(state);
        require(number >= 0, "ends in " + state);
        return number;
    }

    private Entry entry(State state, Event event) {
        Entry entry = protocol.cache().at(state.index(), event);
        if (entry == null || entry.never()) {
            throw new OtherForm(state + " does not know " + event);
        }
        return entry;
    }

    private static void require(boolean holds, @Nullable String otherwise) {
        if (!holds) {
            throw new OtherForm(String.valueOf(otherwise));
        }
    }
}
