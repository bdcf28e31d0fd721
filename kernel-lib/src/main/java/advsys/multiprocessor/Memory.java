package advsys.multiprocessor;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Simulated memory: where objects lie, in lines of 64 bytes.
///
/// An object gets its place when it is first used, behind the last one that the same CPU was the first to use: so small
/// objects of one CPU share lines, as from a thread's allocation buffer. What was made before the CPUs began is CPU
/// 0's.
final class Memory {
    private static final int LINE = 64;
    static final int MOST = 1 << 18; // lines: 16 MiB

    /// One CPU's part of memory.
    private static final class Arena {
        int used = LINE; // of the last line
        final List<MemoryLine> lines = new ArrayList<>();
    }

    private static final class Place {
        final int start; // in the first of the lines
        final MemoryLine[] lines;

        Place(int start, List<MemoryLine> lines) {
            this.start = start;
            this.lines = lines.toArray(new MemoryLine[0]);
        }
    }

    private final int cpusPerNode;
    private final Layouts layouts;
    private final IntUnaryOperator number;
    private final Arena[] arenas;
    private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();
    private final List<MemoryLine> all = new ArrayList<>();

    /// @param number gives a new line of a node's memory its number: how many there were before
    Memory(int cpus, int cpusPerNode, Layouts layouts, IntUnaryOperator number) {
        this.cpusPerNode = cpusPerNode;
        this.layouts = layouts;
        this.number = number;
        this.arenas = new Arena[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            arenas[cpu] = new Arena();
        }
    }

    /// The line in which the byte at `offset` of `object` lies; null when nobody has used the object.
    @Nullable
    MemoryLine find(Object object, int offset) {
        Place place = places.get(object);
        return place == null ? null : line(place, offset);
    }

    /// True when so many lines are used that the program may never stop.
    boolean isFull() {
        return all.size() > MOST;
    }

    /// The same; `cpu` uses it.
    MemoryLine line(Object object, int offset, int cpu) {
        Place place = places.get(object);
        if (place == null) {
            place = place(object, cpu);
            places.put(object, place);
        }
        return line(place, offset);
    }

    private static MemoryLine line(Place place, int offset) {
        int at = place.start + offset;
        MemoryLine line = place.lines[Math.min(at / LINE, place.lines.length - 1)];
        line.used |= 1L << at; // of 64 bytes: the shift is modulo 64
        return line;
    }

    /// All lines, in the order in which they were first used.
    List<MemoryLine> lines() {
        return all;
    }

    private Place place(Object object, int cpu) {
        Arena arena = arenas[cpu];
        int size = layouts.size(object);
        int start = arena.used;
        List<MemoryLine> lines = new ArrayList<>();
        if (start < LINE) {
            lines.add(arena.lines.getLast());
        } else {
            start = 0;
        }
        while (lines.size() * LINE < start + size) {
            int home = cpu / cpusPerNode;
            MemoryLine line = new MemoryLine(
                    number.applyAsInt(home), home, object.getClass().getSimpleName());
            all.add(line);
            lines.add(line);
            arena.lines.add(line);
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).contents.add(new MemoryLine.Contents(object, start - i * LINE));
        }
        int end = (start + size + 7) & -8;
        arena.used = end % LINE == 0 ? LINE : end % LINE;
        return new Place(start, lines);
    }
}
