package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// Programs that a simulated machine refuses, or ends.
public final class Hopeless {
    private Hopeless() {}

    abstract static class WithoutResult implements Program {
        @Override
        public long result() {
            return 0;
        }
    }

    public static final class JdkLock extends WithoutResult {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        public void run(int cpu) {
            lock.lock();
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
            Thread.currentThread().start();
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

    public static final class Striped extends WithoutResult {
        private final LongAdder adder = new LongAdder();

        @Override
        public void run(int cpu) {
            adder.increment();
        }
    }

    public static final class Copier extends WithoutResult {
        private final int[] from = new int[4];

        @Override
        public void run(int cpu) {
            System.arraycopy(from, 0, from, 1, 3);
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
