package REPL;

import advsys.locks.Mutex;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// What JShell makes of a cell that declares a lock in parts: a superclass and nodes of their own.
public final class CellParts {
    private CellParts() {}

    public static class Place {
        volatile Place next;
        volatile boolean waiting;
    }

    public abstract static class Joining implements Mutex {
        final AtomicReference<Place> tail = new AtomicReference<>();
        final ThreadLocal<Place> own = ThreadLocal.withInitial(Place::new);

        @Override
        public void lock() {
            Place mine = own.get();
            mine.next = null;
            mine.waiting = true;
            Place before = tail.getAndSet(mine);
            if (before != null) {
                before.next = mine;
            }
            while (before != null && mine.waiting) {
                Thread.onSpinWait();
            }
        }
    }

    /// Does not wait for a successor that is about to link itself.
    public static final class Forgetful extends Joining {
        @Override
        public void unlock() {
            Place mine = own.get();
            if (!tail.compareAndSet(mine, null) && mine.next != null) {
                mine.next.waiting = false;
            }
        }
    }

    public static final class Patient extends Joining {
        @Override
        public void unlock() {
            Place mine = own.get();
            if (!tail.compareAndSet(mine, null)) {
                while (mine.next == null) {
                    Thread.onSpinWait();
                }
                mine.next.waiting = false;
            }
        }
    }

    /// Its word belongs to a class nested in it, and is private there.
    public static final class Secretive implements Mutex {
        private static final class Word {
            private final AtomicReference<String> holder = new AtomicReference<>("");
        }

        private final Word word = new Word();

        @Override
        public void lock() {
            while (!word.holder.compareAndSet("", "held")) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void unlock() {
            word.holder.set("");
        }
    }

    /// Keeps its place in a variable of another cell.
    public static final class Showing implements Mutex {
        private volatile Place mine = new Place();

        @Override
        public void lock() {
            CellVariables.kept = mine;
        }

        @Override
        public void unlock() {
            mine = (Place) CellVariables.kept;
        }
    }

    /// A line of sleepers. Wakes the first before the lock is free.
    public static class Hasty implements Mutex {
        final AtomicBoolean held = new AtomicBoolean();
        final Queue<Thread> line = new ConcurrentLinkedQueue<>();

        boolean mayGo() {
            return line.peek() == Thread.currentThread() && !held.getAndSet(true);
        }

        @Override
        public void lock() {
            line.add(Thread.currentThread());
            sleep();
            line.remove();
        }

        void sleep() {
            while (!mayGo()) {
                LockSupport.park(this);
            }
        }

        @Override
        public void unlock() {
            LockSupport.unpark(line.peek());
            held.set(false);
        }
    }

    /// The same, and wakes the first when the lock is free.
    public static class Sleeper extends Hasty {
        @Override
        public void unlock() {
            held.set(false);
            LockSupport.unpark(line.peek());
        }
    }

    /// Takes whoever comes back from its sleep for woken.
    public static final class Trusting extends Sleeper {
        @Override
        void sleep() {
            if (!mayGo()) {
                LockSupport.park(this);
                held.set(true);
            }
        }
    }
}
