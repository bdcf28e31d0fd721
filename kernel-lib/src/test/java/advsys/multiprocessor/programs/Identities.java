package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/// Programs that ask who and when they are, as one writes them. Each counts to CPUs × rounds.
@SuppressWarnings("unused")
public final class Identities {
    private Identities() {}

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
}
