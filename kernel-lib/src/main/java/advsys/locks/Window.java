package advsys.locks;

import advsys.lab.Crew;
import advsys.lab.HostCard;
import advsys.lab.Machine;
import advsys.lab.Quick;
import advsys.lab.Trial;
import java.time.Duration;

/// What the scenarios of contention share: threads that want one lock for a while, on some machine. The loop itself
/// stands in each scenario, so that it is compiled once per subject.
record Window(int threads, int windowMillis, Machine machine) {
    private static final int LONG_MILLIS = 20;

    /// The knobs that they all have.
    ///
    /// @throws IllegalArgumentException if one is out of range
    static void require(int leastThreads, int threads, int holdNanos, int gapNanos, int windowMillis) {
        Contention.atLeast(leastThreads, threads, "threads");
        Contention.atLeast(0, holdNanos, "holdNanos");
        Contention.atLeast(0, gapNanos, "gapNanos");
        Contention.atLeast(1, windowMillis, "windowMillis");
    }

    Crew.Work run(Trial trial, Crew.Body body) throws Exception {
        return machine.crew(trial).window(threads, length(), body);
    }

    private Duration length() {
        return Duration.ofMillis(isHalved() ? windowMillis / 2 : windowMillis);
    }

    /// In quick mode, unless it is short already. What is simulated stays as it is: counts are the same in both.
    private boolean isHalved() {
        return Quick.on() && onHost() && windowMillis >= LONG_MILLIS;
    }

    /// A simulated machine has a CPU for each thread.
    String caveat(HostCard host) {
        if (!onHost()) {
            return "";
        }
        String crowded = Crowded.caveat(host, threads);
        return crowded.isEmpty() && isHalved()
                ? "quick: windows of " + length().toMillis() + " ms, half of what was asked for"
                : crowded;
    }

    private boolean onHost() {
        return machine.equals(Machine.host());
    }
}
