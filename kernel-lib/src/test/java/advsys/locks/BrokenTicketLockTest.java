package advsys.locks;

import advsys.lab.Maker;

class BrokenTicketLockTest extends BrokenMutexContract {
    @Override
    Maker<Mutex> lock() {
        return BrokenTicketLock::new;
    }
}
