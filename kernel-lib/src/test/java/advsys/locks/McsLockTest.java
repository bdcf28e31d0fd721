package advsys.locks;

import advsys.lab.Maker;

class McsLockTest extends MutexContract.InOrder {
    @Override
    Maker<Mutex> lock() {
        return McsLock::new;
    }
}
