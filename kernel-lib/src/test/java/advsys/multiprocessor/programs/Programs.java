package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/// Classes as one writes them. Each counts to CPUs × rounds.
@SuppressWarnings("unused")
public final class Programs {
    private Programs() {}

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

    public static final class SynchronizedMethod implements Program {
        private long count;

        @Override
        public synchronized void run(int cpu) {
            count++;
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class SynchronizedStatic implements Program {
        private static double count;

        private static synchronized double add(double more, int cpu) {
            count += more;
            return count;
        }

        @Override
        public void run(int cpu) {
            if (add(1.0, cpu) < 1) {
                throw new IllegalStateException("lost");
            }
        }

        @Override
        public long result() {
            return (long) count;
        }
    }

    public static final class SynchronizedBlock implements Program {
        private final Object monitor = new Object();
        private short count;

        @Override
        public void run(int cpu) {
            synchronized (monitor) {
                synchronized (monitor) { // reentrant
                    count++;
                }
            }
        }

        @Override
        public long result() {
            return count;
        }
    }

    /// Throws out of a synchronized method: the monitor has to be free after it.
    public static final class Throwing implements Program {
        private int count;

        private synchronized void add() {
            count++;
            throw new IllegalArgumentException("after the addition");
        }

        @Override
        public void run(int cpu) {
            try {
                add();
            } catch (IllegalArgumentException expected) {
                // counted
            }
        }

        @Override
        public long result() {
            return count;
        }
    }

    /// A bounded buffer of one place: even CPUs put, odd ones take.
    public static final class BoundedBuffer implements Program {
        private final Deque<Integer> buffer = new ArrayDeque<>();
        private int count;

        @Override
        public void run(int cpu) {
            try {
                if (cpu % 2 == 0) {
                    put(cpu);
                } else {
                    take();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private synchronized void put(int value) throws InterruptedException {
            while (!buffer.isEmpty()) {
                wait();
            }
            buffer.add(value);
            count++;
            notifyAll();
        }

        private synchronized void take() throws InterruptedException {
            while (buffer.isEmpty()) {
                wait();
            }
            buffer.remove();
            count++;
            notifyAll();
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class AtomicCount implements Program {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void run(int cpu) {
            count.incrementAndGet();
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class AtomicLongLoop implements Program {
        private final AtomicLong count = new AtomicLong();

        @Override
        public void run(int cpu) {
            long before;
            do {
                before = count.get();
            } while (!count.compareAndSet(before, before + 1));
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class AtomicLambda implements Program {
        private final AtomicLong count = new AtomicLong();

        @Override
        public void run(int cpu) {
            count.updateAndGet(before -> before + 1);
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class AtomicArrays implements Program {
        private final AtomicIntegerArray ints = new AtomicIntegerArray(8);
        private final AtomicLongArray longs = new AtomicLongArray(8);
        private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(8);

        @Override
        public void run(int cpu) {
            ints.incrementAndGet(cpu);
            longs.addAndGet(0, 1L);
            names.set(cpu, "cpu " + cpu);
        }

        @Override
        public long result() {
            long sum = 0;
            for (int i = 0; i < ints.length(); i++) {
                sum += ints.get(i);
            }
            return sum == longs.get(0) && names.get(0) != null ? sum : -1;
        }
    }

    /// A stack whose top is swapped: R. K. Treiber, 1986.
    public static final class TreiberStack implements Program {
        private record Node(int value, Node next) {}

        private final AtomicReference<Node> top = new AtomicReference<>();

        @Override
        public void run(int cpu) {
            Node old;
            do {
                old = top.get();
            } while (!top.compareAndSet(old, new Node(cpu, old)));
        }

        @Override
        public long result() {
            long size = 0;
            for (Node node = top.get(); node != null; node = node.next()) {
                size++;
            }
            return size;
        }
    }

    public static final class Stamped implements Program {
        private final AtomicStampedReference<String> stamped = new AtomicStampedReference<>("", 0);
        private final AtomicMarkableReference<String> marked = new AtomicMarkableReference<>("", false);

        @Override
        public void run(int cpu) {
            int[] stamp = new int[1];
            String value;
            do {
                value = stamped.get(stamp);
            } while (!stamped.compareAndSet(value, value, stamp[0], stamp[0] + 1));
            marked.attemptMark("", true);
        }

        @Override
        public long result() {
            return marked.isMarked() ? stamped.getStamp() : -1;
        }
    }

    public static final class SpinFlag implements Program {
        private final AtomicBoolean held = new AtomicBoolean();
        private long count;

        @Override
        public void run(int cpu) {
            while (held.getAndSet(true)) {
                while (held.get()) {
                    Thread.onSpinWait();
                }
            }
            count++;
            held.set(false);
        }

        @Override
        public long result() {
            return count;
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

    public static final class PerThread implements Program {
        private final ThreadLocal<int[]> supplied = ThreadLocal.withInitial(() -> new int[1]);
        private final ThreadLocal<Integer> anonymous = new ThreadLocal<>() {
            @Override
            protected Integer initialValue() {
                return 0;
            }
        };
        private final ThreadLocal<String> plain = new ThreadLocal<>();
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void run(int cpu) {
            int round = ++supplied.get()[0];
            anonymous.set(anonymous.get() + 1);
            if (round == 1 ? plain.get() != null : !plain.get().equals("cpu " + cpu)) {
                throw new IllegalStateException("somebody else's " + plain.get());
            }
            plain.set("cpu " + cpu);
            if (anonymous.get() == round) {
                count.incrementAndGet();
            }
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class Identity implements Program {
        private final Thread[] threads = new Thread[8];
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void run(int cpu) {
            Thread me = Thread.currentThread();
            if (threads[cpu] == null) {
                threads[cpu] = me;
            }
            Thread.yield();
            if (threads[cpu] == Thread.currentThread() && me.getName().equals("CPU " + (cpu + 1))) {
                count.getAndIncrement();
            }
        }

        @Override
        public long result() {
            Set<Thread> different = new HashSet<>();
            int known = 0;
            for (Thread thread : threads) {
                known += thread == null ? 0 : 1;
                different.add(thread);
            }
            return different.size() >= known ? count.get() : -1;
        }
    }

    /// A baton that the CPUs hand on by parking and unparking.
    public static final class Baton implements Program {
        private final AtomicReferenceArray<Thread> threads = new AtomicReferenceArray<>(4);
        private volatile int turn;
        private int count;

        @Override
        public void run(int cpu) {
            threads.set(cpu, Thread.currentThread());
            while (turn % 4 != cpu) {
                LockSupport.park(this);
            }
            count++;
            turn = turn + 1;
            Thread next = threads.get(turn % 4);
            if (next != null) {
                LockSupport.unpark(next);
            }
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class Sleeper implements Program {
        private final AtomicLong count = new AtomicLong();

        @Override
        public void run(int cpu) {
            long before = System.nanoTime();
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (System.nanoTime() - before >= 1_000_000) {
                count.incrementAndGet();
            }
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class Dice implements Program {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void run(int cpu) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            int thrown = 1 + random.nextInt(6) + random.nextInt(0, 1);
            if (thrown >= 1 && thrown <= 6) {
                count.incrementAndGet();
            }
        }

        @Override
        public long result() {
            return count.get();
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
