package advsys.locks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The lock word, behind the padding.
abstract class GuardedWord extends LinePadding implements Guarded {
    private static final VarHandle HELD = handle();

    volatile int held; // as wide as the data: nothing is laid out in between

    final void lock() {
        while ((int) HELD.getAndSet(this, 1) != 0) { // as TasLock: the swap acquires
            Thread.onSpinWait();
        }
    }

    final void unlock() {
        HELD.setRelease(this, 0); // as TasLock: what was written stays before it
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(GuardedWord.class, "held", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
