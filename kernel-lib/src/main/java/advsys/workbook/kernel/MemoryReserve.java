package advsys.workbook.kernel;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Memory set aside so that the kernel can still speak when a cell has filled the heap with what its variables
/// hold.
///
/// Whoever ends a cell with an `OutOfMemoryError` calls [#release] before anything else: that allocates nothing.
/// The cell is then reported as failed, and the reader can let the variables go; [#refill] takes the reserve
/// back.
public final class MemoryReserve {
    private static final int LARGEST = 16 << 20;
    private static final int PART = 16; // of the heap
    private static final int TRIES = 100;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final int EXIT = 3;

    private static volatile byte @Nullable [] reserve;

    private MemoryReserve() {}

    /// Lets the reserve go.
    public static void release() {
        reserve = null;
    }

    /// Takes the reserve, when there is plenty of memory.
    public static void refill() {
        if (reserve != null) {
            return;
        }
        Runtime runtime = Runtime.getRuntime();
        int size = (int) Math.min(LARGEST, runtime.maxMemory() / PART);
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (free > 4L * size) {
            try {
                reserve = new byte[size];
            } catch (OutOfMemoryError fragmented) {
                reserve = null;
            }
        }
    }

    /// Does `action`, and again while there is no memory for it.
    public static void insist(Runnable action) {
        for (int tries = 1; ; tries++) {
            try {
                action.run();
                return;
            } catch (OutOfMemoryError full) {
                pause(tries);
            }
        }
    }

    /// To be called after try number `tries` of something that must not be left out found no memory. Lets the reserve
    /// go and waits a moment. When that has not helped for two seconds the process ends: Jupyter then says so and
    /// starts another, which is better than silence. Allocates nothing.
    public static void pause(int tries) {
        release();
        if (tries > TRIES) {
            Runtime.getRuntime().halt(EXIT);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
