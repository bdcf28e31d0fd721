package advsys.lab;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Runs a subject until it gets no faster: until two trials in a row were not a tenth faster than the best before, at
/// most eight trials or a second.
///
/// In quick mode once, and in one setting only: enough for what is loaded and compiled first.
///
/// An experiment of which two trials with the same seed give the same row is *exact*: a simulation, a count. Nothing
/// is timed there, and nothing needs to be warm. Where this host stands beside a simulated machine, only the host's
/// trials are warmed up, and the whole is not exact.
final class WarmUp<S, R extends Record> {
    private static final int MOST_TRIALS = 8;
    private static final long MOST_NANOS = 1_000_000_000;
    private static final double FASTER = 0.9;

    private final BiFunction<Measurement.Case<S, R>, Long, TrialEnd<R>> runner;
    private final boolean quick = Quick.on();
    private final Set<String> warmed = new HashSet<>();
    private @Nullable TrialEnd<R> last;
    private boolean exact;
    private boolean exactInSimulation; // says nothing of what runs on the host
    private int cases;
    private int fewest = Integer.MAX_VALUE;
    private int most;
    private int unsteady;

    WarmUp(BiFunction<Measurement.Case<S, R>, Long, TrialEnd<R>> runner) {
        this.runner = runner;
    }

    /// Warms one subject up in one setting; false when it hung.
    boolean warm(Measurement.Case<S, R> each, long seed) {
        if (exact && (each.simulated || !exactInSimulation)) {
            return true;
        }
        exact = false;
        if (each.simulated && cases > 0) {
            return true; // its time is simulated too
        }
        if (quick && !warmed.add(each.subject.label()) && cases > 0) {
            return true;
        }
        long start = System.nanoTime();
        double best = Double.POSITIVE_INFINITY;
        int notFaster = 0;
        int trials = 0;
        @Nullable R first = null;
        int mostTrials = quick ? 2 : MOST_TRIALS;
        while (notFaster < 2 && trials < mostTrials && System.nanoTime() - start < MOST_NANOS) {
            TrialEnd<R> end = runner.apply(each, seed);
            last = end;
            trials++;
            if (!(end.end() instanceof Supervised.End.Value<R>(R row))) {
                return !each.hung; // it threw, hung or was interrupted: there is nothing to warm
            }
            if (cases == 0 && trials == 2 && row.equals(first) && !end.trial().hadCrew()) {
                exact = true;
                exactInSimulation = each.simulated;
                return true;
            }
            mostTrials = quick && end.trial().hadCrew() ? 1 : mostTrials; // the second only shows whether it is exact
            first = trials == 1 ? row : first;
            notFaster = end.cost() < FASTER * best ? 0 : notFaster + 1;
            best = Math.min(best, end.cost());
        }
        cases++;
        fewest = Math.min(fewest, trials);
        most = Math.max(most, trials);
        unsteady += notFaster < 2 ? 1 : 0;
        return true;
    }

    TrialEnd<R> lastEnd() {
        if (last == null) {
            throw new IllegalStateException("nothing was run");
        }
        return last;
    }

    boolean exact() {
        return exact;
    }

    String sentence() {
        if (exact) {
            return "exact: the same seed gives the same row, so nothing needed to be warm";
        }
        if (cases == 0) {
            return "warm-up: none, because no trial ended";
        }
        String trials = fewest == most ? "" + most : fewest + " to " + most;
        return "warm-up: " + trials + (most == 1 ? " trial each" : " trials each")
                + (unsteady == 0
                        ? ", until two in a row were no faster"
                        : "; " + unsteady + " of " + cases + " had not become steady");
    }
}
