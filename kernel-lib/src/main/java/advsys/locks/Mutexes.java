package advsys.locks;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/// The JDK's locks as [Mutex]es: the peers that stand beside ours in the same run.
///
/// - **Guarantee** theirs; beside mutual exclusion nothing is added or taken away. Waiters spin for a moment and
///   then park.
/// - **Cost** one call more than the lock itself, which the compiler inlines.
/// - **Source** D. Lea, "The java.util.concurrent synchronizer framework", Science of Computer Programming 58(3),
///   2005: its queue is a CLH queue whose waiters park.
public final class Mutexes {
    private Mutexes() {}

    /// [ReentrantLock]: a newcomer may overtake those who sleep in its queue.
    public static Mutex reentrant() {
        return new Reentrant(new ReentrantLock());
    }

    /// [ReentrantLock] with the promise of first come, first served.
    public static Mutex fair() {
        return new Reentrant(new ReentrantLock(true));
    }

    /// [StampedLock], locked for writing.
    public static Mutex stamped() {
        return new Stamped();
    }

    /// `synchronized`, which Java has as a block only: what can run a block, such as [Contention], does so; to
    /// call `lock` is an error.
    public static Mutex monitor() {
        return new Monitor();
    }

    private record Reentrant(ReentrantLock theirs) implements Mutex {
        @Override
        @SuppressWarnings("LockNotBeforeTry") // a mutex is taken in one call and given back in another
        public void lock() {
            theirs.lock();
        }

        @Override
        public void unlock() {
            theirs.unlock();
        }
    }

    private static final class Stamped implements Mutex {
        private final StampedLock lock = new StampedLock();
        private long stamp; // plain: only the holder reads or writes it

        @Override
        public void lock() {
            stamp = lock.writeLock();
        }

        @Override
        public void unlock() {
            lock.unlockWrite(stamp);
        }
    }

    /// Its own object is the monitor.
    static final class Monitor implements Mutex {
        @Override
        public void lock() {
            throw block();
        }

        @Override
        public void unlock() {
            throw block();
        }

        private static UnsupportedOperationException block() {
            return new UnsupportedOperationException("Java's synchronized is a block: it cannot be entered in one call"
                    + " and left in another. Contention knows how to run it; elsewhere take Mutexes.reentrant()");
        }
    }
}
