package advsys.locks;

import advsys.lab.Maker;

class BackoffLockTest extends MutexContract {
    @Override
    Maker<Mutex> lock() {
        return BackoffLock::new;
    }
}
