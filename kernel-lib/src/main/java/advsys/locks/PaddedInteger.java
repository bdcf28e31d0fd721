package advsys.locks;

import advsys.lab.CountedAtCaller;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// An int alone on its pair of cache lines. The methods are those of
/// [AtomicInteger][java.util.concurrent.atomic.AtomicInteger], which is its unpadded twin.
@CountedAtCaller
public final class PaddedInteger extends IntegerField {
    private static final VarHandle VALUE = handle();

    long a000, a008, a016, a024, a032, a040, a048, a056; // behind the value: 64 bytes
    long a064, a072, a080, a088, a096, a104, a112, a120; // 128 bytes

    /// Reads without any order: for a thread that knows that no other writes just now.
    public int getPlain() {
        return (int) VALUE.get(this);
    }

    /// Reads, and sees what was written before a [#setRelease] of the value read.
    public int getAcquire() {
        return (int) VALUE.getAcquire(this);
    }

    /// Writes, after everything that the thread has written so far.
    public void setRelease(int newValue) {
        VALUE.setRelease(this, newValue);
    }

    /// Adds one and gives the value before: one indivisible step, a full fence.
    public int getAndIncrement() {
        return (int) VALUE.getAndAdd(this, 1);
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(IntegerField.class, "value", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}

/// The middle step of the ladder: behind the padding of its superclass, before that of its subclass.
abstract class IntegerField extends LinePadding {
    volatile int value;
}
