package advsys.multiprocessor.protocol;

import advsys.lab.Bundle;
import advsys.lab.Shown;

/// A coherence protocol: the table of a cache, the table of the home, and what lies between them.
///
/// - **Errors** a changed row that is not understood is refused when it is given; whether the protocol still holds is
///   what [#check] finds out.
///
/// @param bus whether requests take turns on a bus that everybody watches; otherwise a network carries each message
///     from one controller to one other
public record Protocol(String name, boolean bus, Table cache, Table home) implements Shown {

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
    public Verdict check() {
        return check(3);
    }

    /// Tries everything that `cpus` CPUs can do with two lines.
    ///
    /// @throws IllegalArgumentException if `cpus` is not 1, 2 or 3
    public Verdict check(int cpus) {
        return new ProtocolCheck(this, cpus, true).verdict();
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
