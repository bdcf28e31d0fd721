package advsys.multiprocessor;

import advsys.multiprocessor.protocol.Copies;
import java.util.Arrays;

/// One CPU's cache: which lines lie in which set. Beside it, for telling misses apart, what a cache of the same size
/// without sets would hold.
final class Cache {
    private static final int NONE = -1;

    private final int cpu;
    private final int ways;
    private final int mask;
    private final int[] lines; // sets × ways
    private final Recency recency;

    Cache(int cpu, CacheSize size) {
        this.cpu = cpu;
        this.ways = size.ways();
        this.mask = size.sets() - 1;
        this.lines = new int[size.lines()];
        Arrays.fill(lines, NONE);
        this.recency = new Recency(size.lines());
    }

    /// A line is used once more.
    void used(int line) {
        recency.used(line);
    }

    /// Makes room for a line that is not here, and puts it in.
    ///
    /// @return the line that has to go; -1 when none has to
    int add(int line, int set, Copies copies) {
        int first = (set & mask) * ways;
        int place = first;
        boolean free = false;
        for (int way = first; way < first + ways; way++) {
            int there = lines[way];
            if (there == line) { // where it lay until it was lost
                place = way;
                free = true;
                break;
            } else if (!free) {
                free = there == NONE || !copies.holds(there, cpu);
                place = free || recency.lastUse(there) < recency.lastUse(lines[place]) ? way : place;
            }
        }
        int victim = free ? NONE : lines[place];
        lines[place] = line;
        return victim;
    }

    /// True when a cache without sets would have the line.
    boolean wouldHoldWithoutSets(int line) {
        return recency.holds(line);
    }
}
