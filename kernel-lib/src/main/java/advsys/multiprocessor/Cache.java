package advsys.multiprocessor;

import advsys.multiprocessor.protocol.Copies;
import java.util.Arrays;

/// One CPU's cache: which lines lie in which set, the last used first. Beside it, for telling misses apart, what a
/// cache of the same size without sets would hold.
final class Cache {
    private static final int NONE = -1;

    private final int cpu;
    private final int ways;
    private final int mask;
    private final int[] lines; // sets × ways
    private final Recency recency;
    private int last = NONE; // the line used last: nothing moves when it is used again

    Cache(int cpu, CacheSize size) {
        this.cpu = cpu;
        this.ways = size.ways();
        this.mask = size.sets() - 1;
        this.lines = new int[size.lines()];
        Arrays.fill(lines, NONE);
        this.recency = new Recency(size.lines());
    }

    /// A line that is here is used once more.
    void used(int line, int set) {
        if (line != last) {
            int first = (set & mask) * ways;
            int way = first;
            while (lines[way] != line) {
                way++;
            }
            toFront(line, first, way);
        }
    }

    /// Makes room for a line that is not here, and puts it in.
    ///
    /// @return the line that has to go; -1 when none has to
    int add(int line, int set, Copies copies) {
        int first = (set & mask) * ways;
        int free = NONE;
        for (int way = first; way < first + ways; way++) {
            if (lines[way] == line) {
                free = way; // where it lay until it was lost
                break;
            }
            if (free == NONE && (lines[way] == NONE || !copies.holds(lines[way], cpu))) {
                free = way;
            }
        }
        int way = free == NONE ? first + ways - 1 : free;
        int victim = free == NONE ? lines[way] : NONE;
        toFront(line, first, way);
        return victim;
    }

    private void toFront(int line, int first, int way) {
        for (int at = way; at > first; at--) {
            lines[at] = lines[at - 1];
        }
        lines[first] = line;
        recency.used(line);
        last = line;
    }

    /// True when a cache without sets would have the line.
    boolean wouldHoldWithoutSets(int line) {
        return recency.holds(line);
    }
}
