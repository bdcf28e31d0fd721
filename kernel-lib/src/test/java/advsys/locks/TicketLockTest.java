package advsys.locks;

import advsys.lab.Maker;

class TicketLockTest extends MutexContract.InOrder {
    @Override
    Maker<Mutex> lock() {
        return TicketLock::new;
    }
}
