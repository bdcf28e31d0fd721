package advsys.multiprocessor.protocol;

import advsys.lab.Bundle;
import advsys.lab.Diagram;
import advsys.lab.Shown;

/// A coherence protocol: the table of a cache, the table of the home, and what lies between them.
///
/// - **Errors** a changed row that is not understood is refused when it is given; whether the protocol still holds is
///   what [#check] finds out.
///
/// @param bus whether requests take turns on a bus that everybody watches; otherwise a network carries each message
///     from one controller to one other
public record Protocol(String name, boolean bus, Table cache, Table home) implements Shown {

    /// A protocol of one's own, for caches on a bus. The rows that all such caches have need not be
    /// written: what a cache without a copy does, what M does, and how a cache waits for its turn and its
    /// replies.
    ///
    /// @param states the states, the first being that without a copy: `I; S read; M write; IS_AD; …`
    /// @throws IllegalArgumentException if a row is not understood, a case has no row, or two; it names them
    public static Protocol snooping(String name, String states, String rows) {
        Table cache = Table.of("cache's table of " + name, states, Snooping.EVENTS, rows + "\n" + Snooping.COMMON);
        return new Protocol(name, true, cache, Snooping.memory(name, true));
    }

    /// This protocol with one row of the caches' table, or several, replaced: `S RdX : send Ack to requester -> S`.
    ///
    /// @throws IllegalArgumentException if a row is not understood
    public Protocol with(String rows) {
        return new Protocol(name + ", changed", bus, cache.with(rows), home);
    }

    /// The same for the home's table.
    ///
    /// @throws IllegalArgumentException if a row is not understood
    public Protocol withHome(String rows) {
        return new Protocol(name + ", changed", bus, cache, home.with(rows));
    }

    /// Tries everything that three CPUs can do with two lines.
    ///
    /// @throws EndlessException after 100 000 states of a line, or 16 million of two
    public Verdict check() {
        return check(3);
    }

    /// Tries everything that `cpus` CPUs can do with two lines.
    ///
    /// @throws IllegalArgumentException if `cpus` is not 1, 2 or 3
    /// @throws EndlessException after 100 000 states of a line, or 16 million of two
    public Verdict check(int cpus) {
        return new ProtocolCheck(this, cpus, true).verdict();
    }

    /// A check: does this protocol hold when the reader's rows are in its caches' table?
    ///
    /// @param cpus how many to try it with: 1, 2 or 3
    public Coherent coherentWith(int cpus) {
        return new Coherent(this, cpus);
    }

    /// A check: do some accesses, with the reader's rows, take no more messages than this?
    public Frugal frugalIn(Accesses accesses, int mostMessages) {
        return new Frugal(this, accesses, mostMessages);
    }

    /// A check: does a reader predict the hops of a load rightly?
    public HopsPredicted hopsPredicted() {
        return new HopsPredicted(this);
    }

    /// The cache's table as a drawing: the states in which nothing is under way, and what leads from one to another.
    public Diagram drawing() {
        return Drawing.stable(cache);
    }

    /// The same with every state, those in which the cache waits for something too.
    public Diagram drawingOfAllStates() {
        return Drawing.whole(cache);
    }

    @Override
    public Bundle shown() {
        Bundle caches = cache.shown();
        Bundle homes = home.shown();
        String home = bus ? "memory" : "the home";
        return Bundle.html(
                "<b>" + name + ": a cache</b>" + caches.data().get(Bundle.HTML) + "<b>" + home + "</b>"
                        + homes.data().get(Bundle.HTML),
                name + ": a cache\n" + caches.text() + "\n" + home + "\n" + homes.text());
    }

    @Override
    public String toString() {
        return name;
    }
}
