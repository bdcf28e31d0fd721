package advsys.locks;

import advsys.lab.Maker;

class BrokenTtasLockTest extends BrokenMutexContract {
    @Override
    Maker<Mutex> lock() {
        return BrokenTtasLock::new;
    }
}
