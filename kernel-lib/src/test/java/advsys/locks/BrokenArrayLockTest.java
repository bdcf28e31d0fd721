package advsys.locks;

import advsys.lab.Maker;

class BrokenArrayLockTest extends BrokenMutexContract {
    @Override
    Maker<Mutex> lock() {
        return BrokenArrayLock::new;
    }
}
