package advsys.locks;

import advsys.lab.Maker;

class BrokenClhLockTest extends BrokenMutexContract {
    @Override
    Maker<Mutex> lock() {
        return BrokenClhLock::new;
    }
}
