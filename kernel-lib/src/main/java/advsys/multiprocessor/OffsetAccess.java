package advsys.multiprocessor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/// In place of the JDK's inner `Unsafe`, which knows a field by its offset: here the offset of a field is a number for
/// its handle, and that of an array's element is where it lies. Each method is a step of a simulated CPU. Public only
/// because woven classes link to it.
public final class OffsetAccess {
    private static final OffsetAccess ONLY = new OffsetAccess();
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final int REFERENCE = 4; // bytes
    private static final List<VarHandle> KNOWN = new ArrayList<>(); // guarded by itself
    private static volatile VarHandle[] handles = new VarHandle[0]; // the same, by offset

    private OffsetAccess() {}

    public static OffsetAccess getUnsafe() {
        return ONLY;
    }

    public long objectFieldOffset(Class<?> owner, String field) {
        try {
            VarHandle handle = MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .unreflectVarHandle(owner.getDeclaredField(field));
            synchronized (KNOWN) {
                KNOWN.add(handle);
                handles = KNOWN.toArray(new VarHandle[0]);
                return KNOWN.size() - 1L;
            }
        } catch (ReflectiveOperationException impossible) { // the field is the caller's own
            throw new IllegalStateException(impossible);
        }
    }

    public long arrayBaseOffset(Class<?> array) {
        return Layouts.ARRAY;
    }

    public int arrayIndexScale(Class<?> array) {
        return Layouts.element(array, 1) - Layouts.element(array, 0);
    }

    /// The handle of a field; the access that follows is at the CPU's turn.
    private static VarHandle field(Object object, long offset, boolean store) {
        VarHandle handle = handles[(int) offset];
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.access(object, simulation.offset(handle, object), store);
        }
        return handle;
    }

    private static int element(Object array, long offset, boolean store) {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.access(array, (int) offset, store);
        }
        return (int) (offset - Layouts.ARRAY) / REFERENCE;
    }

    public boolean compareAndSetInt(Object object, long offset, int expected, int value) {
        return field(object, offset, true).compareAndSet(object, expected, value);
    }

    public boolean compareAndSetLong(Object object, long offset, long expected, long value) {
        return field(object, offset, true).compareAndSet(object, expected, value);
    }

    public boolean compareAndSetReference(Object object, long offset, Object expected, Object value) {
        return object instanceof Object[] array
                ? ELEMENT.compareAndSet(array, element(array, offset, true), expected, value)
                : field(object, offset, true).compareAndSet(object, expected, value);
    }

    /// Never fails without a reason: it need not.
    public boolean weakCompareAndSetReference(Object object, long offset, Object expected, Object value) {
        return compareAndSetReference(object, offset, expected, value);
    }

    public int getAndAddInt(Object object, long offset, int more) {
        return (int) field(object, offset, true).getAndAdd(object, more);
    }

    public int getAndBitwiseAndInt(Object object, long offset, int mask) {
        return (int) field(object, offset, true).getAndBitwiseAnd(object, mask);
    }

    public long getLongOpaque(Object object, long offset) {
        return (long) field(object, offset, false).getOpaque(object);
    }

    public Object getReferenceAcquire(Object object, long offset) {
        return object instanceof Object[] array
                ? ELEMENT.getAcquire(array, element(array, offset, false))
                : field(object, offset, false).getAcquire(object);
    }

    public void putInt(Object object, long offset, int value) {
        field(object, offset, true).set(object, value);
    }

    public void putIntOpaque(Object object, long offset, int value) {
        field(object, offset, true).setOpaque(object, value);
    }

    public void putReference(Object object, long offset, Object value) {
        field(object, offset, true).set(object, value);
    }

    public void putReferenceRelease(Object object, long offset, Object value) {
        if (object instanceof Object[] array) {
            ELEMENT.setRelease(array, element(array, offset, true), value);
        } else {
            field(object, offset, true).setRelease(object, value);
        }
    }

    public void loadFence() {}

    public void storeStoreFence() {}

    public void park(boolean absolute, long time) {
        if (absolute) {
            throw new UnsupportedOperationException("a simulated machine knows no date: wait for a length of time");
        }
        ThreadHooks.park(null, time == 0 ? Simulation.NO_LIMIT : Durations.limited(time));
    }
}
