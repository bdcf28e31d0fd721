package advsys.locks;

import advsys.lab.Maker;

class ParkingArrayTest extends MutexContract.InOrder {
    @Override
    Maker<Mutex> lock() {
        return ParkingMutexes.ParkingArray::new;
    }
}
