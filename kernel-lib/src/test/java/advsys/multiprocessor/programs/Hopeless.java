package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/// Programs that a simulated machine refuses, or ends.
public final class Hopeless {
    private Hopeless() {}

    abstract static class WithoutResult implements Program {
        @Override
        public long result() {
            return 0;
        }
    }

    public static final class Future extends WithoutResult {
        @Override
        public void run(int cpu) {
            CompletableFuture.supplyAsync(() -> cpu).join();
        }
    }

    public static final class Wrapped extends WithoutResult {
        private final Map<Integer, Integer> map = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void run(int cpu) {
            map.put(cpu, cpu);
        }
    }

    public static final class PrinterReference extends WithoutResult {
        private final IntConsumer printer = System.out::println;

        @Override
        public void run(int cpu) {
            printer.accept(cpu);
        }
    }

    public static final class Watcher extends WithoutResult {
        @Override
        public void run(int cpu) {
            if (Thread.getAllStackTraces().isEmpty()) {
                throw new IllegalStateException();
            }
        }
    }

    public static final class ParallelSorter extends WithoutResult {
        private final int[] values = new int[4];

        @Override
        public void run(int cpu) {
            Arrays.parallelSort(values);
        }
    }

    public static final class LostUnlock extends WithoutResult {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        public void run(int cpu) {
            lock.lock();
        }
    }

    public static final class ParallelMap extends WithoutResult {
        private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();

        @Override
        public void run(int cpu) {
            map.put(cpu, cpu);
            map.forEach(1, (key, value) -> {});
        }
    }

    public static final class SlowStart extends WithoutResult {
        private static final class Late {
            private static final Semaphore NONE = new Semaphore(0);
            static final int VALUE = slowly();

            private static int slowly() {
                NONE.acquireUninterruptibly();
                return 1;
            }
        }

        @Override
        public void run(int cpu) {
            if (Late.VALUE == 0) {
                throw new IllegalStateException();
            }
        }
    }

    public static final class WallClock extends WithoutResult {
        @Override
        public void run(int cpu) {
            if (System.currentTimeMillis() == 0) {
                throw new IllegalStateException();
            }
        }
    }

    public static final class Printer extends WithoutResult {
        @Override
        public void run(int cpu) {
            System.out.println(cpu);
        }
    }

    public static final class Starter extends WithoutResult {
        @Override
        public void run(int cpu) {
            while (true) {
                new Thread(() -> {}).start();
            }
        }
    }

    public static final class Mirror extends WithoutResult {
        @Override
        public void run(int cpu) {
            try {
                Mirror.class.getDeclaredField("none");
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static final class EndlessSpin extends WithoutResult {
        private volatile boolean go;

        @Override
        public void run(int cpu) {
            while (!go) {
                Thread.onSpinWait();
            }
        }
    }

    public static final class EndlessLoop extends WithoutResult {
        private volatile boolean go;

        @Override
        @SuppressWarnings("StatementWithEmptyBody")
        public void run(int cpu) {
            while (!go) {}
        }
    }

    /// Touches nothing.
    public static final class EmptyLoop extends WithoutResult {
        @Override
        @SuppressWarnings({"InfiniteLoopStatement", "StatementWithEmptyBody"})
        public void run(int cpu) {
            while (true) {}
        }
    }

    public static final class Hoarder extends WithoutResult {
        private static final int SIZE = 100_000;

        @Override
        public void run(int cpu) {
            while (true) {
                long[] more = new long[SIZE];
                more[0] = cpu;
            }
        }
    }

    public static final class Deadlock extends WithoutResult {
        private final Object one = new Object();
        private final Object other = new Object();
        private volatile int entered;

        @Override
        public void run(int cpu) {
            synchronized (cpu == 0 ? one : other) {
                entered = entered + 1;
                Thread.onSpinWait();
                synchronized (cpu == 0 ? other : one) {
                    entered = entered - 1;
                }
            }
        }
    }

    public static final class Thrower extends WithoutResult {
        @Override
        public void run(int cpu) {
            if (cpu == 1) {
                throw new IllegalStateException("on CPU " + cpu + " only");
            }
        }
    }
}
