package advsys.multiprocessor.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// The tables of a snooping protocol, compiled for accesses that come one after the other: what a CPU's wish asks for,
/// and what a cache in each state does when another asks. States are those in which nothing is under way, numbered from
/// 0, no copy.
///
/// - **Guarantee** tables are compiled only if they then do what their rows do, in every case that three CPUs can come
///   to ([SerialAgreement]).
/// - **Cost** some milliseconds for each protocol, once.
final class BusTable {
    private static final Map<Protocol, Optional<BusTable>> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    /// What a CPU's wish does to its own cache, and what memory does for it.
    ///
    /// @param request null when nobody is asked
    /// @param alone the state after it, from 0
    /// @param shared the state after it when somebody keeps a copy; -1 when that cannot be
    record Own(@Nullable Event request, int alone, int shared, int messages, int writeBacks, boolean fetched) {}

    /// What a cache does when another asks.
    ///
    /// @param silent nobody hears from it
    /// @param next the state after it, from 0
    record Answer(
            boolean silent, int next, int messages, int interventions, int writeBacks, boolean loses, boolean shares) {}

    private final List<String> names;
    private final Own[][] own; // by state and wish
    private final @Nullable Answer[][] answers; // by request and state
    private final boolean[] reads;
    private final boolean[] writes;
    private final boolean[] holds;

    private BusTable(Protocol protocol) {
        BusTableReader reader = new BusTableReader(protocol);
        List<State> stable = reader.stable();
        int states = stable.size();
        boolean[] writesAtOnce = Copies.writesAtOnce(protocol);
        names = stable.stream().map(State::name).toList();
        own = new Own[states][];
        answers = new Answer[Event.values().length][];
        reads = new boolean[states];
        writes = new boolean[states];
        holds = new boolean[states];
        for (int k = 0; k < states; k++) {
            State state = stable.get(k);
            reads[k] = Copies.reads(state);
            writes[k] = writesAtOnce[state.index()];
            holds[k] = state.access() != State.Access.NONE;
            own[k] = new Own[] {
                reader.own(state, Event.LOAD), reader.own(state, Event.STORE), reader.own(state, Event.EVICT)
            };
        }
        for (Event request : List.of(Event.RD, Event.RDX, Event.UPGR)) {
            answers[request.code()] =
                    stable.stream().map(state -> reader.answer(state, request)).toArray(Answer[]::new);
        }
        answers[Event.WB.code()] = new Answer[0]; // seen by nobody
    }

    /// The compiled tables; null when they do not have the form that can be compiled.
    static @Nullable BusTable of(Protocol protocol) {
        return protocol.bus()
                ? KNOWN.computeIfAbsent(protocol, BusTable::compiled).orElse(null)
                : null;
    }

    private static Optional<BusTable> compiled(Protocol protocol) {
        try {
            BusTable table = new BusTable(protocol);
            return new SerialAgreement(protocol, table).holds() ? Optional.of(table) : Optional.empty();
        } catch (BusTableReader.OtherForm otherForm) {
            return Optional.empty(); // a reader's own table may be of any form
        }
    }

    int states() {
        return names.size();
    }

    String name(int state) {
        return names.get(state);
    }

    boolean reads(int state) {
        return reads[state];
    }

    boolean writes(int state) {
        return writes[state];
    }

    boolean holds(int state) {
        return holds[state];
    }

    Own own(int state, Event wish) {
        return own[state][wish.code()];
    }

    /// The answers to a request, by state.
    @Nullable
    Answer[] answers(Event request) {
        @Nullable Answer[] all = answers[request.code()];
        if (all == null) {
            throw new IllegalStateException(request + " is no request on a bus");
        }
        return all;
    }
}
