package advsys.lab;

import java.util.concurrent.Callable;

/// Picks the window in which the threads ran together most, out of a few short ones: for what belongs to the
/// hardware alone, and shows only while both cores are ours.
///
/// A window in which one thread had no core is no window with less contention, but with none: a median over all
/// would mix the two.
public final class LeastDisturbed {
    private static final int TRIES = 24;
    private static final int QUICK_TRIES = 8;
    private static final double GOOD = 0.97;

    private LeastDisturbed() {}

    /// Runs `window` until one was good, at most two dozen times, eight in quick mode, and gives the best.
    public static Crew.Work of(Callable<Crew.Work> window) throws Exception {
        Crew.Work best = window.call();
        int most = Quick.on() ? QUICK_TRIES : TRIES;
        for (int tries = 1; tries < most && best.overlap() < GOOD; tries++) {
            Crew.Work next = window.call();
            best = next.overlap() > best.overlap() ? next : best;
        }
        return best;
    }
}
