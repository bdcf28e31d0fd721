/// Chapter 02: a multiprocessor that is simulated, on which unmodified Java runs and every transaction is counted.
///
/// **Model.** A [Multiprocessor][advsys.multiprocessor.Multiprocessor] has CPUs with a cache each, and a coherence
/// protocol ([advsys.multiprocessor.protocol]) on a bus or a network. A subject's classes are defined anew for it, with
/// a hook in front of each access to memory that may be shared. A hook waits until no CPU is earlier in simulated time,
/// carries the access out in the caches, and lets the CPU's clock run on. The access itself is that of the original
/// code, on the original objects: only one CPU runs at any moment.
///
/// **Guarantees.** Sequential consistency; the same seed, the same order. Counts are exact for the model: they depend
/// neither on the host nor on how CPUs are switched, nor on whether a CPU that spins on its own copy is put to sleep
/// until it loses it.
///
/// **Memory.** Objects lie in lines of 64 bytes, with the layout of HotSpot: padding and false sharing show. An object
/// gets its place when a CPU first uses it, in a part of memory of that CPU; in a machine of nodes that is its
/// home.
///
/// **Time.** An access to one's own copy takes [Costs#hit][advsys.multiprocessor.Costs], any other waits for the bus or
/// for the home of the line and takes what the set of costs says. All other instructions take no time, but for
/// `Worker.spend`.
///
/// **Counting.** Each access is counted for its CPU, its line of memory and its line of source
/// ([Profile][advsys.multiprocessor.Profile]).
///
/// **Order.** Strict: an access waits until no CPU is earlier. Spin parking changes no count; look-ahead changes none
/// either when it reports that nothing was out of order.
///
/// **The JDK's classes.** Locks, latches, barriers, queues, maps, lists, striped counters and pools of
/// `java.util.concurrent` run as a reader's classes do: their class files are taken from the JDK at hand, given another
/// name, and woven (`TakenOver`). What needs threads of the host's, such as a ForkJoinPool or a CompletableFuture, is
/// refused, as is what the simulation cannot see: input and output, dates, native code, reflection.
///
/// **Threads.** The crew's, and those that a program starts. While there are more than CPUs they take turns, round
/// robin ([Scheduling][advsys.multiprocessor.Scheduling]). Sleeping, and all waits with a limit, take simulated time. A
/// virtual thread is a thread as any other.
///
/// **Ends.** A run in which nobody can go on, or one throws, is ended, and so is one that has made more accesses or
/// turned its loops more often than its budget, filled 16 MiB of simulated memory or 85 % of the JVM's heap, or started
/// 4096 threads. The message says which CPU or thread, at which line, and what to do.
///
/// **Left out.** Final fields and an object's own first writes count as nothing. What the scenario itself touches is
/// not counted, nor what JDK classes that are not concurrent do, such as an ArrayList. Class initialisers take no time.
///
/// **Papers.** S. Goldschmidt, J. Hennessy, "The accuracy of trace-driven simulations of multiprocessors", SIGMETRICS
/// 1993 (execution-driven simulation in time order). J. Mellor-Crummey, M. Scott, ACM TOCS 9(1), 1991, and T. Anderson,
/// IEEE TPDS 1(1), 1990 (what the counts are to be compared with).
@NullMarked
package advsys.multiprocessor;

import org.jspecify.annotations.NullMarked;
