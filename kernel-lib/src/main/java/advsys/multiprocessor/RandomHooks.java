package advsys.multiprocessor;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/// In place of the host's [ThreadLocalRandom]: a generator a simulated thread, by the trial's seed. Public only because
/// woven classes link to it.
public final class RandomHooks {
    private static final int GOLDEN = 0x9E3779B9;

    private RandomHooks() {}

    private static SplittableRandom random(Simulation simulation) {
        simulation.current().notSpinning();
        return simulation.thread().random;
    }

    /// Which cell of a striped counter is the thread's; 0 as long as it has none.
    public static int getProbe() {
        Simulation simulation = Simulation.running();
        return simulation == null ? 1 : simulation.thread().probe;
    }

    /// The host's own, whose numbers are taken over; the thread has a cell from now on.
    public static ThreadLocalRandom current() {
        if (getProbe() == 0) {
            localInit();
        }
        return ThreadLocalRandom.current();
    }

    public static void localInit() {
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.thread().probe = (simulation.thread().number + 1) * GOLDEN; // their low bits differ
        }
    }

    public static int advanceProbe(int probe) {
        int next = probe;
        next ^= next << 13; // G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003
        next ^= next >>> 17;
        next ^= next << 5;
        Simulation simulation = Simulation.running();
        if (simulation != null) {
            simulation.thread().probe = next;
        }
        return next;
    }

    public static int nextSecondarySeed() {
        Simulation simulation = Simulation.running();
        return simulation == null
                ? ThreadLocalRandom.current().nextInt() | 1
                : random(simulation).nextInt() | 1;
    }

    public static int nextInt(ThreadLocalRandom host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextInt() : random(simulation).nextInt();
    }

    public static int nextInt(ThreadLocalRandom host, int bound) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextInt(bound) : random(simulation).nextInt(bound);
    }

    public static int nextInt(ThreadLocalRandom host, int origin, int bound) {
        Simulation simulation = Simulation.running();
        return simulation == null
                ? host.nextInt(origin, bound)
                : random(simulation).nextInt(origin, bound);
    }

    public static long nextLong(ThreadLocalRandom host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextLong() : random(simulation).nextLong();
    }

    public static boolean nextBoolean(ThreadLocalRandom host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextBoolean() : random(simulation).nextBoolean();
    }

    public static double nextDouble(ThreadLocalRandom host) {
        Simulation simulation = Simulation.running();
        return simulation == null ? host.nextDouble() : random(simulation).nextDouble();
    }
}
