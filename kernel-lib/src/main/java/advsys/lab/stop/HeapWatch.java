package advsys.lab.stop;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Set;

/// Says when a piece of work has filled the heap with what it keeps, so that it can be stopped while there is still
/// memory to say so: a JVM may collect garbage for minutes before it throws an `OutOfMemoryError`.
///
/// One watch for one piece of work. Costs nothing to speak of until nearly all memory is handed out.
public final class HeapWatch {
    /// From how much on the heap counts as full.
    public static final int PERCENT = 85;

    private static final Set<String> YOUNG =
            Set.of("G1 Young Generation", "PS Scavenge", "Copy", "ZGC Minor Cycles", "ZGC Minor Pauses");

    private long before = -1; // collections of the whole heap, when it was first seen nearly full

    /// True when memory is nearly all handed out, and a garbage collection since this was first seen has left more than
    /// [#PERCENT] of the largest heap in use.
    public boolean isFull() {
        Runtime runtime = Runtime.getRuntime();
        if (!exceeds(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory())) {
            return false;
        }
        long collections = collections();
        if (before < 0) { // what an earlier collection left may have been let go since
            before = collections;
        }
        return collections > before && exceeds(live(), runtime.maxMemory());
    }

    static boolean exceeds(long used, long all) {
        return used > all / 100 * PERCENT;
    }

    private static long collections() {
        long count = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += YOUNG.contains(collector.getName()) ? 0 : collector.getCollectionCount();
        }
        return count;
    }

    /// What the last garbage collection left.
    private static long live() {
        long live = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage left = pool.getCollectionUsage();
            live += left == null ? 0 : left.getUsed();
        }
        return live;
    }
}
