package advsys.locks;

import advsys.lab.Maker;

class TasLockTest extends MutexContract {
    @Override
    Maker<Mutex> lock() {
        return TasLock::new;
    }
}
