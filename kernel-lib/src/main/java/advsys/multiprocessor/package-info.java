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
/// **Left out.** Final fields and an object's own first writes count as nothing. What the scenario itself touches is
/// not counted. The JDK's own concurrent classes, but for the atomics and ThreadLocal, are refused.
///
/// **Papers.** S. Goldschmidt, J. Hennessy, "The accuracy of trace-driven simulations of multiprocessors", SIGMETRICS
/// 1993 (execution-driven simulation in time order). J. Mellor-Crummey, M. Scott, ACM TOCS 9(1), 1991, and T. Anderson,
/// IEEE TPDS 1(1), 1990 (what the counts are to be compared with).
@NullMarked
package advsys.multiprocessor;

import org.jspecify.annotations.NullMarked;
