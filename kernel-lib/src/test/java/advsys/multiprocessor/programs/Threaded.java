package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.IntSupplier;

/// Programs that start threads, or hand methods on. Each counts to CPUs × rounds.
public final class Threaded {
    private Threaded() {}

    public static final class StartAndJoin implements Program {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void run(int cpu) {
            Thread child = new Thread(() -> {
                if (Thread.currentThread().getName().equals("child of " + cpu)) {
                    count.incrementAndGet();
                }
            });
            child.setName("child of " + cpu);
            child.start();
            try {
                child.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (child.isAlive() || child.getState() != Thread.State.TERMINATED) {
                throw new IllegalStateException("joined, and alive");
            }
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class Subclass implements Program {
        private static final class Child extends Thread {
            private final ThreadLocal<Integer> seen = new ThreadLocal<>();
            private boolean ran;

            @Override
            public void run() {
                ran = seen.get() == null && Thread.currentThread() == this;
                seen.set(1);
            }
        }

        private int count;

        @Override
        public void run(int cpu) {
            Child child = new Child();
            child.start();
            try {
                child.join(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            add(child.ran ? 1 : 1000);
        }

        private synchronized void add(int more) {
            count += more;
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class Interrupts implements Program {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void run(int cpu) {
            Thread sleeper = Thread.ofVirtual().start(this::sleepLong);
            Thread waiter = Thread.startVirtualThread(this::waitLong);
            sleeper.interrupt();
            waiter.interrupt();
            try {
                sleeper.join();
                waiter.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Thread.currentThread().interrupt();
            if (Thread.currentThread().isInterrupted() && Thread.interrupted() && !Thread.interrupted()) {
                count.addAndGet(-1);
            }
        }

        private void sleepLong() {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                count.incrementAndGet();
            }
        }

        private synchronized void waitLong() {
            try {
                wait();
            } catch (InterruptedException e) {
                count.incrementAndGet();
            }
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class Pool implements Program {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void run(int cpu) {
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                pool.submit(count::incrementAndGet).get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    /// A waiter whose time is up before anybody notifies, beside one that is notified.
    public static final class TimedWait implements Program {
        private int count;

        @Override
        public synchronized void run(int cpu) {
            try {
                long before = System.nanoTime();
                wait(1);
                if (System.nanoTime() - before >= 1_000_000) {
                    count++;
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class MethodReferences implements Program {
        private final AtomicInteger count = new AtomicInteger();
        private final IntSupplier add = count::incrementAndGet;
        private final Runnable pause = Thread::onSpinWait;

        @Override
        public void run(int cpu) {
            pause.run();
            add.getAsInt();
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class Updated implements Program {
        private static final AtomicIntegerFieldUpdater<Updated> COUNT =
                AtomicIntegerFieldUpdater.newUpdater(Updated.class, "count");
        private volatile int count;

        @Override
        public void run(int cpu) {
            COUNT.incrementAndGet(this);
        }

        @Override
        public long result() {
            return COUNT.get(this);
        }
    }
}
