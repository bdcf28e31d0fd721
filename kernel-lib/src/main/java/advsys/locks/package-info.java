/// Chapter 03: locks. How threads that share memory take turns, and what the waiting costs.
///
/// **Model.** Threads run on cores that share memory through caches, and the caches exchange memory in lines.
/// Reading a line that one's own cache holds costs a nanosecond or less; writing to it takes it away from every
/// other cache first, and the next reader has to fetch it back. A spin lock ([Mutex][advsys.locks.Mutex]) is a
/// few words in such lines. What tells one lock from another is who reads and who writes those words while
/// waiting:
///
/// - [TasLock][advsys.locks.TasLock] and [CasLock][advsys.locks.CasLock] one word, written by every waiter on
///   every try;
/// - [TtasLock][advsys.locks.TtasLock] one word, read while waiting, written by all waiters at each release;
/// - [BackoffLock][advsys.locks.BackoffLock] the same, but most waiters are asleep at any release;
/// - [TicketLock][advsys.locks.TicketLock] one word, read by all waiters, written by the holder only;
/// - [ArrayLock][advsys.locks.ArrayLock] a word for each waiter, in a ring;
/// - [McsLock][advsys.locks.McsLock] a queue of nodes, each read by its own waiter and written once, by its
///   predecessor;
/// - [ClhLock][advsys.locks.ClhLock] a queue of nodes, each written by its owner and read by its successor.
///
/// **Guarantees.** Every lock gives mutual exclusion, and what one holder wrote is seen by the next. Who is
/// served first, and whether everyone is served, is what each class says. A lock has one form for callers
/// (`lock`, `unlock`) and, where it keeps something for each thread, a second without the look-up
/// ([Mutex#forThisThread][advsys.locks.Mutex#forThisThread]).
///
/// **Names.** Methods and fields have the names of the papers. Words that several threads write go by the names
/// of Java's access modes, and the mode stands at each access: `getAcquire`, `setRelease`, `compareAndSet`; a
/// plain access to such a word says why it may be plain. A class `Broken…` is a wrong twin, kept so that the
/// examination ([advsys.locks.exam]) can prove that it finds what is wrong.
///
/// **Invariants.** Each class lists its own. Common to all: words that threads fight over lie alone on a pair
/// of cache lines, 128 bytes, by inherited padding; a test looks at the real offsets.
///
/// **Experiments.** [Contention][advsys.locks.Contention] how fast, and how fairly;
/// [AcquisitionLatency][advsys.locks.AcquisitionLatency] how long one call takes, at worst;
/// [Succession][advsys.locks.Succession] who gets it next; [Crowd][advsys.locks.Crowd] more threads than cores;
/// [Neighbours][advsys.locks.Neighbours] and [GuardedData][advsys.locks.GuardedData] what shares a line with the
/// lock word; [RoundTrip][advsys.locks.RoundTrip] what a line's journey takes. The JDK's own locks stand beside
/// ours as [Mutexes][advsys.locks.Mutexes].
///
/// **Waiting.** Waiters spin. With more threads than cores that is the wrong way: the locks that serve in order
/// take another as a value, [Waiting][advsys.locks.Waiting].
///
/// **Left out.** Reentrancy, conditions, time limits and interruption: `java.util.concurrent` has them all.
///
/// **Papers.** E. W. Dijkstra, CACM 8(9), 1965 (the problem). L. Rudolph, Z. Segall, ISCA 1984
/// (test-and-test-and-set). T. Anderson, IEEE TPDS 1(1), 1990 (test-and-set, backoff, array queue). J.
/// Mellor-Crummey, M. Scott, ACM TOCS 9(1), 1991 (MCS; all of them measured). T. Craig, 1993, and P. Magnusson
/// and others, IPPS 1994 (CLH). M. Herlihy, N. Shavit, *The Art of Multiprocessor Programming*, chapter 7 (all
/// of them side by side).
@NullMarked
package advsys.locks;

import org.jspecify.annotations.NullMarked;
