package advsys.locks;

/// The locks with other ways of waiting, as classes: the examination delays the steps of what a constructor
/// makes.
final class ParkingMutexes {
    private ParkingMutexes() {}

    private abstract static class Wrapped implements Mutex {
        private final Mutex lock;

        Wrapped(Mutex lock) {
            this.lock = lock;
        }

        @Override
        public void lock() {
            lock.lock();
        }

        @Override
        public void unlock() {
            lock.unlock();
        }

        @Override
        public Mutex forThisThread() {
            return lock.forThisThread();
        }
    }

    static final class ParkingMcs extends Wrapped {
        ParkingMcs() {
            super(new McsLock(Waiting.thenPark(2)));
        }
    }

    static final class ParkingClh extends Wrapped {
        ParkingClh() {
            super(new ClhLock(Waiting.thenPark(2)));
        }
    }

    static final class ParkingArray extends Wrapped {
        ParkingArray() {
            super(new ArrayLock(8, Waiting.thenPark(2)));
        }
    }

    static final class YieldingTicket extends Wrapped {
        YieldingTicket() {
            super(new TicketLock(Waiting.thenYield(2)));
        }
    }
}
