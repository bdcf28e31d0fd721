package advsys.locks;

import advsys.lab.Maker;

class ParkingMcsTest extends MutexContract.InOrder {
    @Override
    Maker<Mutex> lock() {
        return ParkingMutexes.ParkingMcs::new;
    }
}
