package advsys.multiprocessor.sharing;

import advsys.lab.Crew;
import advsys.lab.HostCard;
import advsys.lab.LeastDisturbed;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Mechanism;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.util.concurrent.atomic.AtomicLong;

/// Workers that share nothing but perhaps a cache line: each adds to a word of its own, as fast as it can.
///
/// - **Guarantee** additions that are missing in the sum are told. On the simulated machine, counts are exact.
/// - **Cost** beside the addition about a nanosecond.
/// - **Errors** knobs out of range are refused by name.
/// - **Source** J. Torrellas, M. Lam, J. Hennessy, "False sharing and spatial locality in multiprocessor caches", IEEE
///   Trans. Computers 43(6), 1994.
///
/// @param threads how many workers
/// @param addsEach how often each adds; on the host, of a few windows the one counts in which the threads ran together
///     most
/// @param machine where: on this host, or on a simulated multiprocessor
@Mechanism(value = "False sharing", source = "J. Torrellas, M. Lam, J. Hennessy, IEEE Trans. Computers 43(6), 1994")
public record FalseSharing(int threads, int addsEach, Machine machine)
        implements Scenario<Maker<Tally>, FalseSharing.Row> {

    /// What one trial gives.
    ///
    /// @param nanosPerAdd of one worker
    /// @param lost additions that the sum does not have; 0 where the tally is right
    public record Row(double nanosPerAdd, long lost) {}

    /// Two threads of this host, 100 000 additions each.
    public FalseSharing() {
        this(2, 100_000, Machine.host());
    }

    /// @throws IllegalArgumentException if a knob is out of range
    public FalseSharing {
        if (threads < 1 || threads > 64 || addsEach < 1) {
            throw new IllegalArgumentException("threads is " + threads + " and addsEach " + addsEach
                    + ": give 1 to 64 threads, and 1 addition or more each");
        }
    }

    /// A check: does the sum hold all that was added?
    public static NothingLost nothingLost(Machine machine) {
        return new NothingLost(machine);
    }

    /// A check: does nobody lose a line to anybody else?
    ///
    /// @param machine a simulated one, because it counts
    public static NobodyDisturbed nobodyDisturbed(Machine machine) {
        return new NobodyDisturbed(machine);
    }

    @Override
    public Row run(Maker<Tally> maker, Trial trial) throws Exception {
        AtomicLong lost = new AtomicLong();
        Crew.Work work = LeastDisturbed.of(() -> {
            Tally tally = machine.make(maker); // anew: one that lies badly by luck must not be all there is
            Crew.Work window = machine.crew(trial).rounds(threads, addsEach, worker -> {
                int number = worker.number();
                while (worker.next()) {
                    tally.add(number);
                }
            });
            lost.addAndGet(window.total() - tally.sum());
            return window;
        });
        return new Row(work.nanosPerRound() * threads, lost.get());
    }

    @Override
    public String caveat(HostCard host) {
        if (!machine.equals(Machine.host()) || threads <= host.cores()) {
            return "";
        }
        return threads + " threads on " + host.cores() + " cores take turns: a line that its owner takes along is not"
                + " shared. Ask the simulated machine, FalseSharing with(\"machine\", Multiprocessor.mesi(64)).";
    }
}
