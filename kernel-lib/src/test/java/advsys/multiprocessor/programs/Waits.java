package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/// Programs on the JDK's locks, and on what else threads wait at. Each counts to CPUs × rounds.
public final class Waits {
    private Waits() {}

    public static final class Reentrant implements Program {
        private final Lock lock = new ReentrantLock();
        private int count;

        @Override
        public void run(int cpu) {
            lock.lock();
            try {
                lock.lock(); // reentrant
                count++;
                lock.unlock();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public long result() {
            return count;
        }
    }

    /// A bounded buffer of one place: even CPUs put, odd ones take.
    public static final class Conditions implements Program {
        private final ReentrantLock lock = new ReentrantLock(true);
        private final Condition notEmpty = lock.newCondition();
        private final Condition notFull = lock.newCondition();
        private final Deque<Integer> buffer = new ArrayDeque<>();
        private int count;

        @Override
        public void run(int cpu) {
            lock.lock();
            try {
                if (cpu % 2 == 0) {
                    while (!buffer.isEmpty()) {
                        notFull.await();
                    }
                    buffer.add(cpu);
                    notEmpty.signal();
                } else {
                    while (buffer.isEmpty()) {
                        notEmpty.awaitUninterruptibly();
                    }
                    buffer.remove();
                    notFull.signal();
                }
                count++;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class TwoAtOnce implements Program {
        private final Semaphore places = new Semaphore(2);
        private final Semaphore alone = new Semaphore(1, true);
        private int inside;
        private int count;

        @Override
        public void run(int cpu) {
            try {
                places.acquire();
                alone.acquire();
                inside++;
                count += inside <= 2 ? 1 : 1000;
                alone.release();
                Thread.yield();
                alone.acquire();
                inside--;
                alone.release();
                places.release();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long result() {
            return count;
        }
    }

    /// All wait until the last of the first round is there.
    public static final class Gate implements Program {
        private final CountDownLatch latch = new CountDownLatch(4);
        private final Semaphore counting = new Semaphore(1);
        private final boolean[] came = new boolean[8];
        private int count;

        @Override
        public void run(int cpu) {
            if (!came[cpu]) {
                came[cpu] = true;
                latch.countDown();
            }
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            counting.acquireUninterruptibly();
            count += came[0] && came[1] && came[2] && came[3] ? 1 : 1000;
            counting.release();
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class Phases implements Program {
        private final int[] rounds = new int[8];
        private final CyclicBarrier barrier = new CyclicBarrier(4, this::compare);
        private int count;

        private void compare() {
            count += rounds[0] == rounds[1] && rounds[1] == rounds[2] && rounds[2] == rounds[3] ? 4 : 1000;
        }

        @Override
        public void run(int cpu) {
            rounds[cpu]++;
            try {
                barrier.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class ReadersAndWriter implements Program {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        private int one;
        private int other;
        private int count;

        @Override
        public void run(int cpu) {
            lock.readLock().lock();
            boolean same = one == other;
            lock.readLock().unlock();
            lock.writeLock().lock();
            one++;
            other++;
            count += same ? 1 : 1000;
            lock.writeLock().unlock();
        }

        @Override
        public long result() {
            return count;
        }
    }

    public static final class Sequence implements Program {
        private final StampedLock lock = new StampedLock();
        private int one;
        private int other;
        private int count;

        @Override
        public void run(int cpu) {
            long stamp = lock.tryOptimisticRead();
            boolean same = one == other;
            if (!lock.validate(stamp)) {
                stamp = lock.readLock();
                same = one == other;
                lock.unlockRead(stamp);
            }
            long write = lock.writeLock();
            one++;
            other++;
            count += same ? 1 : 1000;
            lock.unlockWrite(write);
        }

        @Override
        public long result() {
            return count;
        }
    }

    /// Waits that end by the clock: each takes as long as it says, and says so.
    public static final class InTime implements Program {
        private final ReentrantLock held = new ReentrantLock();
        private final Condition never = held.newCondition();
        private final CountDownLatch closed = new CountDownLatch(1);
        private int count;

        @Override
        public void run(int cpu) {
            long before = System.nanoTime();
            try {
                if (closed.await(50, TimeUnit.MICROSECONDS)) {
                    throw new IllegalStateException("nobody opens it");
                }
                long waited = System.nanoTime() - before;
                if (waited < 50_000 || waited > 90_000) {
                    throw new IllegalStateException("50 µs took " + waited + " ns");
                }
                while (!held.tryLock(10, TimeUnit.MILLISECONDS)) {
                    Thread.onSpinWait();
                }
                long left = never.awaitNanos(20_000);
                count += left <= 0 ? 1 : 1000;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            held.unlock();
        }

        @Override
        public long result() {
            return count;
        }
    }
}
