/// Chapter 02: what it costs to share a cache line, on this host and on the simulated machine.
///
/// **Model.** A [Tally][advsys.multiprocessor.sharing.Tally] counts for several workers; who adds where is its own
/// affair. [FalseSharing][advsys.multiprocessor.sharing.FalseSharing] lets the workers add as fast as they can. The
/// same classes run on the host's cores, measured, and on simulated CPUs, counted.
///
/// **Guarantees.** On the machine the counts are exact, and the same in every run. On the host the least disturbed of
/// a few windows counts.
///
/// **Papers.** J. Torrellas, M. Lam, J. Hennessy, "False sharing and spatial locality in multiprocessor caches", IEEE
/// Trans. Computers 43(6), 1994. W. Bolosky, M. Scott, "False sharing and its effect on shared memory performance",
/// USENIX SEDMS 1993.
@NullMarked
package advsys.multiprocessor.sharing;

import org.jspecify.annotations.NullMarked;
