package advsys.multiprocessor;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;

/// Ends a run before it has filled the heap of the JVM that simulates it: what is kept in lists of the JDK's, or never
/// touched, has no place in simulated memory, and is real all the same.
final class HeapWatch {
    static final int PERCENT = 85;

    private HeapWatch() {}

    static boolean isFull() {
        Runtime runtime = Runtime.getRuntime();
        return isFull(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory())
                && isFull(live(), runtime.maxMemory());
    }

    static boolean isFull(long used, long all) {
        return used > all / 100 * PERCENT;
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
