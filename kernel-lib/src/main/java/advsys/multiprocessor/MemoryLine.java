package advsys.multiprocessor;

import advsys.multiprocessor.protocol.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 64 bytes of simulated memory.
final class MemoryLine {
    /// Why a CPU has no copy.
    enum Fate {
        NEVER_HAD,
        LOST, // to another's store
        REPLACED
    }

    final int number;
    final int home; // the node whose memory it is
    final Line line;
    final Counters counters = new Counters();
    final Fate[] fate; // by CPU
    final long[] lastUse; // by CPU, a time
    final @Nullable MemoryLine[] newer; // by CPU: these three belong to Recency
    final @Nullable MemoryLine[] older;
    final boolean[] recent;
    final String name; // of the first object in it
    final String read; // what a trace calls a miss, made once
    final String written;
    long busyUntil; // its home serves one at a time

    /// Those that spin on it, asleep until they lose their copy.
    final List<Cpu> spinners = new ArrayList<>(0);

    private final List<Contents> contents = new ArrayList<>(1);
    private @Nullable Object lastObject;
    private int lastOffset;

    /// A field or an element that was accessed.
    record Contents(Object object, int offset) {
        @SuppressWarnings("ReferenceEquality") // which object it is counts, not what it says of itself
        boolean is(Object other, int at) {
            return object == other && offset == at;
        }
    }

    MemoryLine(int number, int home, int cpus, String name) {
        this.number = number;
        this.home = home;
        this.line = new Line(cpus);
        this.fate = new Fate[cpus];
        Arrays.fill(fate, Fate.NEVER_HAD);
        this.lastUse = new long[cpus];
        this.newer = new MemoryLine[cpus];
        this.older = new MemoryLine[cpus];
        this.recent = new boolean[cpus];
        this.name = name;
        this.read = "reads line " + number + " (" + name + ")";
        this.written = "writes line " + number + " (" + name + ")";
    }

    /// Notes that the field or element at `offset` of `object` is here, and used.
    @SuppressWarnings("ReferenceEquality") // which object it is counts, not what it says of itself
    void holds(Object object, int offset) {
        if (object != lastObject || offset != lastOffset) {
            lastObject = object;
            lastOffset = offset;
            if (contents.stream().noneMatch(known -> known.is(object, offset))) {
                contents.add(new Contents(object, offset));
            }
        }
    }

    /// What was accessed, in that order.
    List<Contents> contents() {
        return contents;
    }
}
