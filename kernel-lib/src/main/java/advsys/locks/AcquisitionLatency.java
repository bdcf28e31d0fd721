package advsys.locks;

import advsys.lab.HostCard;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.time.Duration;

/// How long does one call of `lock` take? The clock is read before and after each, and the times are sorted into
/// classes: a mean would hide the few that wait long.
///
/// - **Guarantee** a percentile is at most 7 % above the true one; the longest is exact.
/// - **Cost** two clock readings an acquisition, some 20 ns each, one of them in the figure. Look at the tail here,
///   and at the speed in [Contention].
/// - **Source** the classes are those of G. Tene's HdrHistogram.
///
/// @param threads how many contend
/// @param holdNanos time inside the critical section, spent computing
/// @param gapNanos time between two acquisitions of the same thread, spent computing
/// @param windowMillis how long they contend
public record AcquisitionLatency(int threads, int holdNanos, int gapNanos, int windowMillis)
        implements Scenario<Maker<Mutex>, AcquisitionLatency.Row> {

    /// What one trial gives: times of `lock`.
    ///
    /// @param medianNanos half of the calls took no longer
    /// @param p99Nanos one in a hundred took longer
    /// @param p999Nanos one in a thousand took longer
    /// @param longestNanos none took longer
    public record Row(double medianNanos, double p99Nanos, double p999Nanos, double longestNanos) {}

    /// Two threads that do nothing but acquire and release, for twenty milliseconds.
    public AcquisitionLatency() {
        this(2, 0, 0, 20);
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public AcquisitionLatency {
        Contention.atLeast(1, threads, "threads");
        Contention.atLeast(0, holdNanos, "holdNanos");
        Contention.atLeast(0, gapNanos, "gapNanos");
        Contention.atLeast(1, windowMillis, "windowMillis");
    }

    @Override
    public Row run(Maker<Mutex> maker, Trial trial) throws Exception {
        Mutex lock = maker.make();
        Durations[] each = new Durations[threads];
        for (int i = 0; i < threads; i++) {
            each[i] = new Durations();
        }
        trial.crew().window(threads, Duration.ofMillis(windowMillis), worker -> {
            Mutex mine = lock.forThisThread();
            Durations own = new Durations(); // made here: on no other thread's lines
            each[worker.number()] = own;
            while (worker.next()) {
                long before = System.nanoTime();
                mine.lock();
                long after = System.nanoTime();
                worker.spend(holdNanos);
                mine.unlock();
                own.add(after - before);
                worker.spend(gapNanos);
            }
        });
        Durations all = new Durations();
        for (Durations own : each) {
            all.addAll(own);
        }
        return new Row(all.percentile(50), all.percentile(99), all.percentile(99.9), all.longest());
    }

    @Override
    public String caveat(HostCard host) {
        return Crowded.caveat(host, threads);
    }
}
