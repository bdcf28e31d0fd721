package advsys.locks;

import advsys.lab.Maker;

class BrokenBackoffLockTest extends BrokenMutexContract {
    @Override
    Maker<Mutex> lock() {
        return BrokenBackoffLock::new;
    }
}
