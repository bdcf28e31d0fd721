package advsys.multiprocessor.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The states of one line that can be reached, each with its moves. A state is known by a number; the moves are found
/// when first asked for.
final class LineStates {
    private final Protocol protocol;
    private final int cpus;
    private final boolean overlapping;
    private final Controllers controllers;
    private final boolean[][] used; // by table (0 the caches', 1 the home's) and entry
    private final List<Line> lines = new ArrayList<>();
    private final List<Move @Nullable []> moves = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> permuted = new ArrayList<>();
    private int[] waiting = new int[1024];

    /// @param overlapping whether an access may begin before another has ended, and messages may overtake each other
    LineStates(Protocol protocol, int cpus, boolean overlapping) {
        this.protocol = protocol;
        this.cpus = cpus;
        this.overlapping = overlapping;
        this.used = new boolean[][] {
            new boolean[protocol.cache().entries().size()],
            new boolean[protocol.home().entries().size()]
        };
        this.controllers = new Controllers(protocol, new Coverage(), false);
        number(new Line(cpus));
    }

    private final class Coverage implements Sink {
        @Override
        public void used(Entry entry) {
            used[tableOf(entry)][entry.number()] = true;
        }

        @Override
        public void transaction(Event request, int cpu) {}

        @Override
        public void sent(Event kind, int from, int to, int requester) {}

        @Override
        public void lost(Line line, int cpu) {}

        @Override
        public int hop(Line line, int from, int to) {
            return 0;
        }
    }

    /// What to say when two lines have too many states together.
    EndlessException endless() {
        return EndlessException.ofTwo(protocol, cpus);
    }

    int size() {
        return lines.size();
    }

    Line line(int state) {
        return lines.get(state);
    }

    /// A bit for each CPU that waits for this line.
    int waiting(int state) {
        return waiting[state];
    }

    /// Entries that can happen by the tables, and have not.
    List<Entry> unused() {
        return Stream.of(protocol.cache(), protocol.home())
                .flatMap(table -> table.entries().stream())
                .filter(entry -> !entry.never() && !used[tableOf(entry)][entry.number()])
                .toList();
    }

    private int tableOf(Entry entry) {
        return entry.table().equals(protocol.cache().name()) ? 0 : 1;
    }

    /// What can happen in `state`.
    ///
    /// @throws ViolationException with the move in [ViolatingMove] if a move breaks a rule
    Move[] moves(int state) {
        Move[] known = moves.get(state);
        if (known == null) {
            known = find(state);
            moves.set(state, known);
        }
        return known;
    }

    private Move[] find(int state) {
        Line before = lines.get(state);
        List<Move> found = new ArrayList<>();
        boolean quiet = before.messageCount == 0 && waiting[state] == 0;
        for (int cpu = 0; cpu < cpus; cpu++) {
            if (controllers.ready(before, cpu) && (overlapping || quiet)) {
                for (Event wish : List.of(Event.LOAD, Event.STORE, Event.EVICT)) {
                    if (controllers.allows(before, cpu, wish)) {
                        Line after = before.copy();
                        Move move = new Move(cpu, wish, Line.NOBODY, 0, state);
                        int at = cpu;
                        add(found, move, after, () -> controllers.wish(after, at, wish));
                    }
                }
            }
            if (before.request[cpu] != 0 && controllers.free(before)) {
                Line after = before.copy();
                int at = cpu;
                add(found, new Move(Line.NOBODY, null, cpu, 0, state), after, () -> controllers.grant(after, at));
            }
        }
        int deliverable = overlapping ? before.messageCount : Math.min(1, before.messageCount);
        for (int i = 0; i < deliverable; i++) {
            Line after = before.copy();
            Move move = new Move(Line.NOBODY, null, Line.NOBODY, before.messages[i], state);
            int index = i;
            boolean[] delivered = {true};
            List<Move> delivery = new ArrayList<>();
            add(delivery, move, after, () -> delivered[0] = controllers.deliver(after, index));
            if (delivered[0]) {
                found.addAll(delivery);
            }
        }
        return found.toArray(new Move[0]);
    }

    private void add(List<Move> found, Move move, Line after, Runnable step) {
        try {
            step.run();
        } catch (ViolationException violation) {
            throw new ViolatingMove(move, violation);
        }
        found.add(new Move(move.cpu(), move.wish(), move.grants(), move.message(), number(after)));
    }

    /// The state that `state` is when each CPU takes the place that `permutation` gives it.
    int permuted(int state, int which, int[] permutation) {
        int[] known = permuted.get(state);
        if (known[which] < 0) {
            known[which] = number(LineCode.permuted(lines.get(state), permutation));
        }
        return known[which];
    }

    private int number(Line line) {
        if (overlapping) {
            Arrays.sort(line.messages, 0, line.messageCount); // on their way, in no order
        }
        Integer known = numbers.putIfAbsent(LineCode.of(line), lines.size());
        if (known != null) {
            return known;
        }
        int number = lines.size();
        lines.add(line);
        moves.add(null);
        int[] none = new int[6];
        Arrays.fill(none, -1);
        permuted.add(none);
        if (number == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * number);
        }
        for (int cpu = 0; cpu < cpus; cpu++) {
            waiting[number] |= controllers.ready(line, cpu) ? 0 : 1 << cpu;
        }
        return number;
    }
}
