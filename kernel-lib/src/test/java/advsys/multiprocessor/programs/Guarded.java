package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/// Programs that use monitors, as one writes them. Each counts to CPUs × rounds.
@SuppressWarnings("unused")
public final class Guarded {
    private Guarded() {}

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
}
