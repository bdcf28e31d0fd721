package advsys.locks;

import advsys.lab.HostCard;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;

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
/// @param machine where: on this host, or on a simulated multiprocessor, whose time is simulated too
public record AcquisitionLatency(int threads, int holdNanos, int gapNanos, int windowMillis, Machine machine)
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

    /// On this host.
    public AcquisitionLatency(int threads, int holdNanos, int gapNanos, int windowMillis) {
        this(threads, holdNanos, gapNanos, windowMillis, Machine.host());
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public AcquisitionLatency {
        Window.require(1, threads, holdNanos, gapNanos, windowMillis);
    }

    @Override
    public Row run(Maker<Mutex> maker, Trial trial) throws Exception {
        Mutex lock = machine.make(maker);
        Durations[] each = new Durations[threads];
        for (int i = 0; i < threads; i++) {
            each[i] = new Durations();
        }
        window().run(trial, worker -> {
            Mutex mine = lock.forThisThread();
            Durations own = new Durations(); // made here: on no other thread's lines
            each[worker.number()] = own;
            while (worker.next()) {
                long before = worker.clockNanos();
                mine.lock();
                long after = worker.clockNanos();
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
        return window().caveat(host);
    }

    private Window window() {
        return new Window(threads, windowMillis, machine);
    }
}
