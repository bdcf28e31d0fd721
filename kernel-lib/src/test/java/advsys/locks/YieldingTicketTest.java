package advsys.locks;

import advsys.lab.Maker;

class YieldingTicketTest extends MutexContract.InOrder {
    @Override
    Maker<Mutex> lock() {
        return ParkingMutexes.YieldingTicket::new;
    }
}
