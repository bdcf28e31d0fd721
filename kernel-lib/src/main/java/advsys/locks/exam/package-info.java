/// An examination for locks: it tries to catch a [Mutex][advsys.locks.Mutex] at breaking its promise, on this
/// machine's cores, and says what it saw.
///
/// **Model.** Visitors (threads) go in and out of a room that only one may be in, and whose door is the lock.
/// In each round the lock is fresh, and a random number of visitors makes a random number of visits, with
/// random dwell inside and outside; seeds make the dwell repeatable, though not the schedule. In every second
/// round the lock's own code is delayed at random, in front of its accesses to shared memory, so that moments
/// of a few nanoseconds become long enough to be met in, also on a host that is busy. Five things can be found:
///
/// - *mutual exclusion*: a visitor met another inside. Seen at the moment itself, not only in a sum that is
///   wrong at the end.
/// - *lost update*: a visitor did not see what the one before had written in the room. The room's own
///   watchfulness orders no memory (it uses opaque accesses), so that the lock has to.
/// - *hang*: nobody got anywhere, although everyone who was under way has had a tenth of a second of processor
///   time for it, or has been asleep for two seconds. Time in which the operating system ran somebody else
///   does not count: a host with more threads than cores is no excuse for an alarm.
/// - *order*: the lock promised first come, first served, and served otherwise.
/// - *threw*: `lock` or `unlock` threw.
///
/// **Guarantee.** What is found is a fault: there are no false alarms for a lock whose operations take less
/// than a tenth of a second of processor time. What is not found may be there all the same: an examination is
/// no proof, and this machine's memory model hides what a weaker one would show.
///
/// **Left out.** Every interleaving: that is the explorer's work. Reentrancy, interruption, time limits: a
/// `Mutex` does not promise them.
@NullMarked
package advsys.locks.exam;

import org.jspecify.annotations.NullMarked;
