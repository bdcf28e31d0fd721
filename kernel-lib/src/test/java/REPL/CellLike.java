package REPL;

import advsys.locks.Mutex;

/// What JShell makes of a cell: a class in the package of all cells, and the reader's class nested in it.
public final class CellLike {
    private CellLike() {}

    public static final class HastyLock implements Mutex {
        private volatile boolean held;

        @Override
        public void lock() {
            while (held) {
                Thread.onSpinWait();
            }
            held = true;
        }

        @Override
        public void unlock() {
            held = false;
        }
    }

    /// A lock whose faulty half is inherited from another cell's class.
    public static final class HastyHeir extends HastyParent {
        @Override
        public void unlock() {
            held = false;
        }
    }
}
