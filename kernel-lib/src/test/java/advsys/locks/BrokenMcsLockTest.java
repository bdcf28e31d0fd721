package advsys.locks;

import advsys.lab.Maker;

class BrokenMcsLockTest extends BrokenMutexContract {
    @Override
    Maker<Mutex> lock() {
        return BrokenMcsLock::new;
    }
}
