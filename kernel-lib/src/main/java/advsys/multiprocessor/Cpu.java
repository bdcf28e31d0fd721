package advsys.multiprocessor;

import java.util.IdentityHashMap;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One simulated CPU: its clock, its cache, its counters, and who the running program takes itself for.
final class Cpu {
    final int number;
    private final String name;
    final Strand strand;
    final Thread identity;
    final SplittableRandom random;
    final Counters counters = new Counters();
    final IdentityHashMap<ThreadLocal<?>, @Nullable Object> locals = new IdentityHashMap<>();
    final Cache cache;

    long time;
    boolean done;
    int at = -1; // the place in the source of its last access
    boolean permit; // of LockSupport
    boolean parked;
    String waitsFor = "";

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

    Cpu(int number, Strand strand, long seed, CacheSize size) {
        this.number = number;
        this.name = "CPU " + (number + 1);
        this.strand = strand;
        this.identity = Thread.ofPlatform().name(name).unstarted(() -> {});
        this.random = new SplittableRandom(new SplittableRandom(seed + 1_000_003L * number).nextLong());
        this.cache = new Cache(number, size);
    }

    String name() {
        return name;
    }

    /// What it waits for, when nobody else is left.
    String stuck() {
        MemoryLine line = read;
        return asleep && line != null
                ? name() + " spins for ever" + where() + " on a line of " + line.name
                        + ": nobody is left who could write to it. Look for the store that should end the wait"
                : name() + " waits for ever" + where() + " for " + waitsFor + ", and nobody is left who could end that";
    }

    /// " at TasLock.lock:31".
    String where() {
        return at < 0 ? "" : " at " + Sites.source(at);
    }

    /// Something happened that a loop which only waits does not do.
    void notSpinning() {
        plain = false;
    }
}
