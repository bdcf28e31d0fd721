package advsys.locks;

import advsys.lab.HostCard;

/// What a host cannot show of many threads.
final class Crowded {
    private Crowded() {}

    /// Empty when each thread has a core to itself.
    static String caveat(HostCard host, int threads) {
        if (threads <= host.cores()) {
            return "";
        }
        return threads + " threads on " + host.cores()
                + (host.cores() == 1 ? " core" : " cores")
                + ": what you see is the scheduler as much as the lock, because a waiter may spin while the thread that"
                + " it waits for has no core. What more cores would show, the simulated multiprocessor of chapter 02"
                + " does: Contention with(\"machine\", Multiprocessor.mesi(64)).";
    }
}
