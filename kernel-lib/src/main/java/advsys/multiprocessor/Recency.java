package advsys.multiprocessor;

import org.jspecify.annotations.Nullable;

/// The lines that a cache of the same size without sets would hold now: a list, the last used first.
final class Recency {
    private final int cpu;
    private final int capacity;
    private @Nullable MemoryLine newest;
    private @Nullable MemoryLine oldest;
    private int size;

    Recency(int cpu, int capacity) {
        this.cpu = cpu;
        this.capacity = capacity;
    }

    boolean holds(MemoryLine line) {
        return line.recent[cpu];
    }

    void used(MemoryLine line) {
        if (line == newest) {
            return;
        }
        if (line.recent[cpu]) {
            remove(line);
        } else if (size == capacity && oldest != null) {
            remove(oldest);
        }
        MemoryLine second = newest;
        line.older[cpu] = second;
        line.newer[cpu] = null;
        if (second == null) {
            oldest = line;
        } else {
            second.newer[cpu] = line;
        }
        newest = line;
        line.recent[cpu] = true;
        size++;
    }

    private void remove(MemoryLine line) {
        MemoryLine before = line.newer[cpu];
        MemoryLine behind = line.older[cpu];
        if (before == null) {
            newest = behind;
        } else {
            before.older[cpu] = behind;
        }
        if (behind == null) {
            oldest = before;
        } else {
            behind.newer[cpu] = before;
        }
        line.recent[cpu] = false;
        size--;
    }
}
