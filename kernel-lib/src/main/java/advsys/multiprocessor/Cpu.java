package advsys.multiprocessor;

import org.jspecify.annotations.Nullable;

/// One simulated CPU: its clock, its cache, its counters, and the thread that it runs.
final class Cpu {
    static final long NO_END = Long.MAX_VALUE;
    private static final int NO_LINE = -1;

    final int number;
    private final String name;
    private final Counters counters = new Counters();
    final Cache cache;

    long time;
    long hits; // which the counters do not have yet
    int used = NO_LINE; // the line that it used last, of which the cache knows

    @Nullable
    SimulatedThread thread; // that it runs; null when it is idle

    @Nullable
    SimulatedThread last; // that it ran

    long began; // when it took that thread up
    long sliceEnd = NO_END; // when another thread's turn comes: none waits for one otherwise

    @Nullable
    Object lastObject; // that it used, when its place is known

    int lastOffset;

    @Nullable
    MemoryLine lastLine;

    // How it has spun: for spin parking
    @Nullable
    MemoryLine read; // by the reads since the last pause

    Counters place = new Counters(); // where the last read stands in the source
    boolean plain = true; // nothing but reads of one line since the last pause
    boolean hit; // the last read was one of its own copy
    int reads; // since the last pause

    @Nullable
    MemoryLine turned; // the line that the turn before was about

    boolean asleep;

    Cpu(int number, CacheSize size) {
        this.number = number;
        this.name = "CPU " + (number + 1);
        this.cache = new Cache(number, size);
    }

    String name() {
        return name;
    }

    Counters counters() {
        counters.accesses += hits;
        hits = 0;
        return counters;
    }

    /// Something happened that a loop which only waits does not do.
    void notSpinning() {
        plain = false;
    }
}
