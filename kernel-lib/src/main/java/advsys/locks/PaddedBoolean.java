package advsys.locks;

import advsys.lab.CountedAtCaller;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A boolean alone on its pair of cache lines. The methods are those of
/// [AtomicBoolean][java.util.concurrent.atomic.AtomicBoolean], which is its unpadded twin.
@CountedAtCaller
public final class PaddedBoolean extends BooleanField {
    private static final VarHandle VALUE = handle();

    long a000, a008, a016, a024, a032, a040, a048, a056; // behind the value: 64 bytes
    long a064, a072, a080, a088, a096, a104, a112, a120; // 128 bytes

    /// Reads, and sees what was written before a [#setRelease] of the value read.
    public boolean getAcquire() {
        return (boolean) VALUE.getAcquire(this);
    }

    /// Writes, after everything that the thread has written so far.
    public void setRelease(boolean newValue) {
        VALUE.setRelease(this, newValue);
    }

    /// Swaps: one indivisible step, a full fence.
    public boolean getAndSet(boolean newValue) {
        return (boolean) VALUE.getAndSet(this, newValue);
    }

    /// Writes `newValue` if the value is `expected`, and says whether it did: one indivisible step, a full
    /// fence.
    public boolean compareAndSet(boolean expected, boolean newValue) {
        return VALUE.compareAndSet(this, expected, newValue);
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(BooleanField.class, "value", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}

/// The middle step of the ladder: behind the padding of its superclass, before that of its subclass.
abstract class BooleanField extends LinePadding {
    volatile boolean value;
}
