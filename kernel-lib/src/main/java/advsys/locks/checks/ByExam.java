package advsys.locks.checks;

import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.MutexExam;

/// A check that has a lock examined: its steps in orders by dice, then the lock on this host's cores, where alone the
/// order of arrivals shows. A record that is one says that it is a [Law] itself, so that it can be sent to an agent.
interface ByExam extends Law<Maker<Mutex>, Examined> {
    /// Visitors and time.
    MutexExam exam();

    @Override
    default boolean tells() {
        return true;
    }

    @Override
    default Examined observe(Maker<Mutex> lock, long seed) throws Exception {
        return exam().firstComeFirstServed() ? Examined.by(exam(), lock, seed) : Examined.by(exam(), 1, lock, seed);
    }
}
