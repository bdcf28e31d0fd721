package advsys.locks;

import advsys.lab.Maker;

class CasLockTest extends MutexContract {
    @Override
    Maker<Mutex> lock() {
        return CasLock::new;
    }
}
