/// What a lock must do, as checks: each is one class, asked by the cell beside an exercise, by a self-check and by the
/// grader. [advsys.locks.Contention] names them for readers.
///
/// **Model.** Two of them ask the machine: visitors contend on this host's cores
/// ([examination][advsys.locks.exam.MutexExam]), because only there the memory model and the scheduler have their say.
/// The others let the lock's own code run *in turns* ([advsys.locks.exam.TurnSearch]): one access to shared memory at a
/// time, so that counts are exact, the same on every host, and repeatable by their seed.
///
/// **Guarantee.** What fails is a fault of the lock; a host that is busy or has one core only is no reason to fail.
/// What holds may be wrong all the same: a check is no proof.
@NullMarked
package advsys.locks.checks;

import org.jspecify.annotations.NullMarked;
