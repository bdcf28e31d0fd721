package advsys.multiprocessor.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether compiled tables do what their rows do: in every case that three CPUs can come to by accesses one after the
/// other, both are asked, and have to bring about the same. A table that goes wrong in one of them is not compiled, so
/// that it goes wrong by its rows.
final class SerialAgreement {
    private static final int CPUS = 3;
    private static final List<Event> WISHES = List.of(Event.LOAD, Event.STORE, Event.EVICT);

    private final Protocol protocol;
    private final BusTable table;

    SerialAgreement(Protocol protocol, BusTable table) {
        this.protocol = protocol;
        this.table = table;
    }

    boolean holds() {
        Set<List<Byte>> seen = new HashSet<>();
        Deque<Line> open = new ArrayDeque<>();
        Line first = new Line(CPUS);
        open.add(first);
        seen.add(key(first));
        while (!open.isEmpty()) {
            Line from = open.remove();
            for (int cpu = 0; cpu < CPUS; cpu++) {
                for (Event wish : WISHES) {
                    Entry entry = protocol.cache().at(from.state[cpu], wish);
                    if (entry == null || entry.never()) {
                        continue;
                    }
                    Line line = from.copy();
                    if (!same(line, cpu, wish)) {
                        return false;
                    }
                    if (seen.add(key(line))) {
                        open.add(line);
                    }
                }
            }
        }
        return true;
    }

    private boolean same(Line line, int cpu, Event wish) {
        TableCopies rows = new TableCopies(protocol, CPUS, (of, controller) -> 0);
        BusCopies compiled = new BusCopies(table, CPUS);
        rows.add(line);
        compiled.add();
        for (int each = 0; each < CPUS; each++) {
            compiled.put(0, each, rows.state(0, each));
        }
        Effects byRows = new Effects();
        Effects byTable = new Effects();
        try {
            rows.access(0, cpu, wish, byRows);
            compiled.access(0, cpu, wish, byTable);
        } catch (ViolationException | IllegalStateException _) {
            return false;
        }
        boolean same = byRows.sameAs(byTable);
        for (int each = 0; each < CPUS; each++) {
            same &= rows.state(0, each).equals(compiled.state(0, each));
        }
        return same;
    }

    private static List<Byte> key(Line line) {
        return List.of(
                line.state[0], line.state[1], line.state[2], line.data[0], line.data[1], line.data[2], line.memory);
    }
}
