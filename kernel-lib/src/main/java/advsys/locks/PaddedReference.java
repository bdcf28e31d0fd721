package advsys.locks;

import advsys.lab.CountedAtCaller;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// A reference alone on its pair of cache lines. The methods are those of
/// [AtomicReference][java.util.concurrent.atomic.AtomicReference], which is its unpadded twin.
@CountedAtCaller
public final class PaddedReference<T> extends ReferenceField {
    private static final VarHandle VALUE = handle();

    long a000, a008, a016, a024, a032, a040, a048, a056; // behind the value: 64 bytes
    long a064, a072, a080, a088, a096, a104, a112, a120; // 128 bytes

    public PaddedReference() {}

    public PaddedReference(T first) {
        value = first;
    }

    /// Reads, and sees what was written before a release of the value read.
    @SuppressWarnings("unchecked") // only a T is ever written
    public @Nullable T getAcquire() {
        return (T) VALUE.getAcquire(this);
    }

    /// Swaps: one indivisible step, a full fence.
    @SuppressWarnings("unchecked") // only a T is ever written
    public @Nullable T getAndSet(T newValue) {
        return (T) VALUE.getAndSet(this, newValue);
    }

    /// Writes `newValue` if the value is `expected`, and says whether it did: one indivisible step, a full
    /// fence.
    public boolean compareAndSet(@Nullable T expected, @Nullable T newValue) {
        return VALUE.compareAndSet(this, expected, newValue);
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(ReferenceField.class, "value", Object.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}

/// The middle step of the ladder: behind the padding of its superclass, before that of its subclass.
abstract class ReferenceField extends LinePadding {
    volatile @Nullable Object value;
}
