package advsys.workbook.kernel.wire;

import java.util.concurrent.locks.LockSupport;

/// Keeps the kernel's threads alive, whatever their steps throw: also when a cell has filled the heap.
final class Survive {
    private static final long PAUSE_NANOS = 10_000_000;

    /// Something that a thread does again and again.
    interface Step {
        void take() throws InterruptedException;
    }

    private Survive() {}

    /// Loads and links what surviving needs: there may be no memory for that when it is needed first.
    static void prepare() {
        step("", () -> {
            throw new InterruptedException();
        });
        step("", () -> {
            throw new IllegalStateException();
        });
        step("", () -> {
            throw new OutOfMemoryError();
        });
    }

    /// Takes `step`; false when it failed, which is logged, unless `doing` is empty.
    static boolean step(String doing, Step step) {
        try {
            step.take();
            return true;
        } catch (InterruptedException | RuntimeException | Error failure) {
            Log.failure(doing, failure);
            LockSupport.parkNanos(PAUSE_NANOS); // no hot loop when it fails again at once
            return false;
        }
    }

    /// Takes `step` for ever.
    static void repeat(String doing, Step step) {
        while (true) {
            step(doing, step);
        }
    }
}
