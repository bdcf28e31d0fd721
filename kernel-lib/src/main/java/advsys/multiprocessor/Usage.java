package advsys.multiprocessor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A run's counters as rows of a [Profile].
final class Usage {
    private static final int NAMES = 4; // of the fields in a line

    private Usage() {}

    static List<MemoryUse> byCpu(Cpu[] cpus) {
        List<MemoryUse> rows = new ArrayList<>();
        for (Cpu cpu : cpus) {
            rows.add(MemoryUse.of(cpu.name(), cpu.counters()));
        }
        return rows;
    }

    static List<MemoryUse> byLine(List<MemoryLine> lines, Layouts layouts, Paths paths) {
        List<MemoryUse> rows = new ArrayList<>();
        for (MemoryLine line : lines) {
            if (line.counters().accesses > 0) {
                rows.add(MemoryUse.of("line " + line.number + ": " + names(line, layouts, paths), line.counters()));
            }
        }
        return rows;
    }

    private static String names(MemoryLine line, Layouts layouts, Paths paths) {
        Set<String> names = new LinkedHashSet<>();
        for (MemoryLine.Contents each : line.contents) {
            int from = Math.max(0, each.start());
            int size = layouts.size(each.object());
            for (int at = from; at < 64 && at < each.start() + size; at++) {
                if (((line.used >>> at) & 1) != 0) {
                    names.add(name(each.object(), layouts.suffix(each.object(), at - each.start()), paths));
                }
            }
        }
        List<String> all = List.copyOf(names);
        return all.size() <= NAMES
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, NAMES)) + " and " + (all.size() - NAMES) + " more";
    }

    /// `TicketLock.serving` for an object that a field leads to, else by its class: `Node.next`, `long[][3]`.
    private static String name(Object object, String suffix, Paths paths) {
        String path = paths.of(object);
        if (path != null) {
            return suffix.equals(".value") ? path : path + suffix; // of an atomic there is nothing else to say
        }
        Class<?> type = object instanceof Class<?> statically ? statically : object.getClass();
        return type.getSimpleName() + suffix;
    }

    static List<MemoryUse> bySource(Counters[] places) {
        List<MemoryUse> rows = new ArrayList<>();
        for (int place = 0; place < places.length; place++) {
            if (places[place].accesses > 0) {
                rows.add(MemoryUse.of(Sites.source(place), places[place]));
            }
        }
        return rows;
    }
}
