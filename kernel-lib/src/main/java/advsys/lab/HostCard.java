package advsys.lab;

import java.nio.file.Path;
import java.util.List;

/// The machine under the results: what it has, what a container leaves of it, and how busy others keep it. What cannot
/// be found out is "", 0 or NaN; nothing here ever fails.
///
/// @param cpu the processor's name
/// @param architecture "amd64", "aarch64"
/// @param cores hardware threads that this JVM may use
/// @param threadsPerCore hardware threads that share a core
/// @param lineBytes the size of a cache line
/// @param memoryBytes what the machine has, or what a container leaves of it
/// @param container the limits of a container, in words; "" outside any
/// @param governor how the clock rate is governed
/// @param hypervisor under what the machine runs, when it is virtual
/// @param latencies what memory takes here, in words; "" until somebody has measured it
/// @param busy the share of CPU time that others took just now
public record HostCard(
        String cpu,
        String architecture,
        int cores,
        int threadsPerCore,
        List<Cache> caches,
        int lineBytes,
        int numaNodes,
        long memoryBytes,
        String kernel,
        String jdk,
        String container,
        String governor,
        String hypervisor,
        String latencies,
        double busy)
        implements Shown {

    /// One cache as the first core sees it.
    ///
    /// @param type "Data", "Instruction" or "Unified"
    /// @param ways its associativity, 0 when unknown
    /// @param sharedBy how many hardware threads share it, 0 when unknown
    public record Cache(int level, String type, long bytes, int ways, int sharedBy) {}

    /// The card of this host. What does not change is read once; how busy it is, each time.
    ///
    /// - **Cost** a tenth of a second, to see how busy the host is.
    public static HostCard here() {
        return Here.CARD.busyAt(Busy.now());
    }

    /// The same without a look at how busy it is: costs nothing after the first time.
    static HostCard facts() {
        return Here.CARD;
    }

    private static volatile String measured = "";

    /// Notes what memory was measured to take on this host: cards that are made from now on say so.
    public static void measured(String latencies) {
        measured = latencies;
    }

    HostCard busyAt(double share) {
        return new HostCard(
                cpu,
                architecture,
                cores,
                threadsPerCore,
                caches,
                lineBytes,
                numaNodes,
                memoryBytes,
                kernel,
                jdk,
                container,
                governor,
                hypervisor,
                measured,
                share);
    }

    @Override
    public Bundle shown() {
        return HostCardView.of(this);
    }

    private static final class Here {
        static final HostCard CARD = new HostReader(new HostFiles(Path.of("/")), HostReader.Jvm.here()).read();
    }

    /// How busy the host is, measured at most twice a second.
    private static final class Busy {
        private static final long VALID_NANOS = 500_000_000;
        private static double share = Double.NaN;
        private static long at = System.nanoTime() - VALID_NANOS;

        static synchronized double now() {
            if (System.nanoTime() - at >= VALID_NANOS) {
                Interference interference = new Interference(new HostFiles(Path.of("/")));
                long start = System.nanoTime();
                if (interference.works()) {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                share = interference.since(start);
                at = System.nanoTime();
            }
            return share;
        }
    }
}
