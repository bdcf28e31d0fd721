package advsys.locks;

import advsys.lab.Maker;

class BrokenCasLockTest extends BrokenMutexContract {
    @Override
    Maker<Mutex> lock() {
        return BrokenCasLock::new;
    }
}
