package advsys.locks;

import advsys.lab.Maker;

class ParkingClhTest extends MutexContract.InOrder {
    @Override
    Maker<Mutex> lock() {
        return ParkingMutexes.ParkingClh::new;
    }
}
