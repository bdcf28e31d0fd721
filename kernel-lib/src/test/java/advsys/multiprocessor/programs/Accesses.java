package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/// Programs that use fields, arrays and handles, as one writes them. Each counts to CPUs × rounds.
@SuppressWarnings("unused")
public final class Accesses {
    private Accesses() {}

    /// Counts wrongly, as it should: nothing makes its addition one step.
    public static final class PlainCount implements Program {
        private int count;

        @Override
        public void run(int cpu) {
            count++;
        }

        @Override
        public long result() {
            return count;
        }
    }

    /// What a static field keeps belongs to one run.
    public static final class Static implements Program {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final long[] BY_CPU = new long[8];

        @Override
        public void run(int cpu) {
            COUNT.incrementAndGet();
            BY_CPU[cpu]++;
        }

        @Override
        public long result() {
            long sum = 0;
            for (long each : BY_CPU) {
                sum += each;
            }
            return sum == COUNT.get() ? sum : -1;
        }
    }

    /// A handle on a field of each kind, by every way of access.
    public static final class Handles implements Program {
        private static final VarHandle INT;
        private static final VarHandle LONG;
        private static final VarHandle NAME;
        private static final VarHandle SHARED;
        private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);
        private static long shared;

        static {
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                INT = lookup.findVarHandle(Handles.class, "count", int.class);
                LONG = lookup.findVarHandle(Handles.class, "wide", long.class);
                NAME = lookup.findVarHandle(Handles.class, "name", String.class);
                SHARED = lookup.findStaticVarHandle(Handles.class, "shared", long.class);
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }

        private volatile int count;
        private volatile long wide;
        private volatile String name = "";
        private final long[] elements = new long[8];

        @Override
        public void run(int cpu) {
            int before = (int) INT.getAndAdd(this, 1);
            LONG.getAndAddRelease(this, 1L);
            ELEMENT.getAndAdd(elements, 3, 1L);
            long seen;
            do {
                seen = (long) SHARED.getOpaque();
            } while (!SHARED.weakCompareAndSet(seen, seen + 1));
            NAME.setRelease(this, "after " + before);
        }

        @Override
        public long result() {
            boolean all = wide == count && elements[3] == count && (long) SHARED.getVolatile() == count;
            return all && ((String) NAME.getAcquire(this)).startsWith("after") ? count : -1;
        }
    }

    /// Each CPU its own elements, of every primitive type.
    public static final class Arrays implements Program {
        private final byte[] bytes = new byte[8];
        private final boolean[] flags = new boolean[8];
        private final char[] chars = new char[8];
        private final short[] shorts = new short[8];
        private final int[] ints = new int[8];
        private final long[] longs = new long[8];
        private final float[] floats = new float[8];
        private final double[] doubles = new double[8];
        private final Object[] objects = new Object[8];
        private final int[][] rows = new int[8][2];

        @Override
        public void run(int cpu) {
            bytes[cpu]++;
            flags[cpu] = true;
            chars[cpu]++;
            shorts[cpu] += 1;
            ints[cpu]++;
            longs[cpu] += 1;
            floats[cpu]++;
            doubles[cpu] += 1;
            objects[cpu] = this;
            rows[cpu][1]++;
        }

        @Override
        public long result() {
            long sum = 0;
            for (int i = 0; i < 8; i++) {
                long own = bytes[i];
                boolean same = chars[i] == own
                        && shorts[i] == own
                        && ints[i] == own
                        && longs[i] == own
                        && floats[i] == own
                        && doubles[i] == own
                        && rows[i][1] == own
                        && flags[i] == (own > 0)
                        && (objects[i] == this) == (own > 0);
                sum += same ? own : 1_000_000;
            }
            return sum;
        }
    }

    /// A superclass, an interface with a default method, an inner class and a lambda that writes a field.
    public static final class Family extends Base implements Doubling {
        private final class Inner {
            void add() {
                count = twice(count + 1) / 2;
            }
        }

        private final Inner inner = new Inner();
        private final IntUnaryOperator operator = value -> {
            lastSeen = value;
            return value;
        };

        @Override
        public synchronized void run(int cpu) {
            inner.add();
            operator.applyAsInt(cpu);
        }

        @Override
        public long result() {
            return lastSeen >= 0 ? count : -1;
        }
    }

    abstract static class Base implements Program {
        int count;
        int lastSeen = -1;
    }

    interface Doubling {
        default int twice(int value) {
            return 2 * value;
        }
    }
}
