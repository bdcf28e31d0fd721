package advsys.locks;

import advsys.lab.Maker;

class BrokenTasLockTest extends BrokenMutexContract {
    @Override
    Maker<Mutex> lock() {
        return BrokenTasLock::new;
    }
}
