package advsys.locks;

import advsys.lab.Maker;

class ClhLockTest extends MutexContract.InOrder {
    @Override
    Maker<Mutex> lock() {
        return ClhLock::new;
    }
}
