package advsys.locks;

import advsys.lab.Maker;
import advsys.locks.checks.Convicted;

/// What a reader says in a bug hunt: which lock is guilty, and by which schedule it can be convicted.
public interface Accusation {
    /// The lock: `return Ada::new;`.
    Maker<Mutex> suspect();

    /// Which thread makes each access to shared memory, one after the other: "0 1 0 1". Threads have numbers from 0,
    /// and each wants the lock up to three times. After the last access everybody goes on in peace.
    String schedule();

    /// A check: does the schedule convict the suspect?
    static Convicted convicts() {
        return new Convicted();
    }
}
