package advsys.locks;

import advsys.lab.Crew;
import advsys.lab.HostCard;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;

/// A lock word and the data that it guards, as two objects lay them out: side by side, or lines apart. The twin of
/// [GuardedData] that runs on a simulated machine too, where there are more waiters than this host has.
///
/// - **Guarantee** what is guarded is counted, and a count that is wrong is an error.
/// - **Cost** beside the accesses about two nanoseconds a pass.
/// - **Errors** knobs out of range are refused by name.
/// - **Source** as [GuardedData].
///
/// @param threads how many want the lock
/// @param windowMillis how long
/// @param machine where: on this host, or on a simulated multiprocessor, whose time is simulated too
public record WordAndData(int threads, int windowMillis, Machine machine)
        implements Scenario<Maker<Guarded>, WordAndData.Row> {
    private static final int WORDS = 8;

    /// What one trial gives.
    public record Row(double acquisitionsPerMicrosecond) {}

    /// Two threads, for two milliseconds, on this host.
    public WordAndData() {
        this(2, 2, Machine.host());
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public WordAndData {
        Window.require(1, threads, 0, 0, windowMillis);
    }

    @Override
    public Row run(Maker<Guarded> maker, Trial trial) throws Exception {
        Guarded data = machine.make(maker);
        long[] passes = new long[threads * 16]; // each thread's own, 128 bytes apart
        Crew.Work work = window().run(trial, worker -> {
            long pass = 0;
            while (worker.next()) {
                data.pass();
                pass++;
            }
            passes[worker.number() * 16] = pass;
        });
        long all = 0;
        for (long each : passes) {
            all += each * WORDS;
        }
        if (data.sum() != all) {
            throw new IllegalStateException("no mutual exclusion: " + data.sum() + " writes of " + all + " are left");
        }
        return new Row(work.perMicrosecond());
    }

    @Override
    public String caveat(HostCard host) {
        return window().caveat(host);
    }

    private Window window() {
        return new Window(threads, windowMillis, machine);
    }
}
