/// Chapter 02: cache coherence protocols as tables, and the checker that tries everything that can happen to them.
///
/// **Model.** A line of memory has one controller in each cache and one at its home: the memory behind a bus, or the
/// directory of a node. A controller is a table ([Table][advsys.multiprocessor.protocol.Table]): in this state, at this
/// event, do this and go there. Controllers exchange messages that are on their way for any time and overtake each
/// other. A state whose name has an underscore is *transient*: the cache waits for what the letters say, `A` for its
/// turn on the bus or an acknowledgement of its write-back, `D` for replies with or without data.
///
/// - On a *bus* a request waits for its turn, and meanwhile the cache sees the requests of others go by: that is
///   the race of these protocols. A granted request reaches every other cache and memory; each answers in its own time.
///   The bus grants no second request for a line whose first still has answers to come (POWERpath-2).
/// - In a *network* there is no order at all. The home serves one request for a line at a time and lets the others
///   wait until the requester reports *done*.
///
/// **Guarantees.** [ProtocolCheck][advsys.multiprocessor.protocol.ProtocolCheck] explores every order of accesses and
/// deliveries for a few CPUs and two lines, and finds: two writers, or a writer beside a reader; a load of anything but
/// the last value stored; somebody who waits for ever; a case that the table calls impossible and that happens; a row
/// that is never used.
///
/// **Left out.** Values: a copy is current or stale, which is exact for protocols that only carry data about (P.
/// Wolper, POPL 1986). Capacity: a cache may evict at any time, which covers every replacement policy. A CPU waits for
/// its access before it begins another: out-of-order CPUs belong to memory models. Lost or doubled messages.
///
/// **Papers.** J. Goodman, ISCA 1983 (write-back, snooping). M. Papamarcos, J. Patel, ISCA 1984 (MESI). P. Sweazey, A.
/// J. Smith, ISCA 1986 (MOESI). C. Thacker and others, IEEE Trans. Computers 37(8), 1988 (Firefly). D. Lenoski and
/// others, ISCA 1990 (DASH's directory). J. Laudon, D. Lenoski, ISCA 1997 (Origin). M. Galles, E. Williams,
/// *Performance optimizations, implementation, and verification of the SGI Challenge multiprocessor*, HICSS 1994
/// (POWERpath-2). P. Conway, B. Hughes, IEEE Micro 27(2), 2007 (memory answers at once, and a cache's data wins).
/// D. Sorin, M. Hill, D. Wood, *A Primer on Memory Consistency and Cache Coherence*, 2011 (transient states and their
/// names).
@NullMarked
package advsys.multiprocessor.protocol;

import org.jspecify.annotations.NullMarked;
