package advsys.locks;

import advsys.lab.Maker;

class TtasLockTest extends MutexContract {
    @Override
    Maker<Mutex> lock() {
        return TtasLock::new;
    }
}
