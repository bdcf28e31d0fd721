package advsys.locks;

import advsys.lab.Maker;

class ArrayLockTest extends MutexContract.InOrder {
    @Override
    Maker<Mutex> lock() {
        return ArrayLock::new;
    }
}
