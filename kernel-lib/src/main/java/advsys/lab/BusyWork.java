package advsys.lab;

/// Spends a wanted number of nanoseconds on the CPU without touching memory: a chain of multiplications, each of which
/// needs the one before. Calibrated, because a clock read costs 20 ns and more.
///
/// The fastest ever seen counts: it comes from compiled code on an undisturbed core. On a busy host the compiler may
/// be late, so the calibration goes on with every crew that starts ([#refine]).
///
/// - **Guarantee** once calibrated, the time is that of an undisturbed core; a preempted thread takes longer.
final class BusyWork {
    private static final long MULTIPLIER = 6364136223846793005L; // Knuth's, TAOCP 2, 3.3.4
    private static final int STEPS = 20_000;

    private static volatile double stepsPerNano; // 0 until somebody wants to spend time
    private static volatile long sink = 1; // so that the compiler cannot throw the calibration away

    private BusyWork() {}

    /// How many steps take `nanos`.
    static long steps(long nanos) {
        if (stepsPerNano == 0) {
            calibrate(100);
        }
        return Math.round(nanos * stepsPerNano);
    }

    /// Goes `steps` steps on from `value`.
    static long run(long value, long steps) {
        long x = value;
        for (long i = 0; i < steps; i++) {
            x = x * MULTIPLIER + 1;
        }
        return x;
    }

    /// Looks whether steps have become faster: 0.1 ms, and nothing where no time is spent.
    static void refine() {
        if (stepsPerNano != 0) {
            calibrate(5);
        }
    }

    private static synchronized void calibrate(int rounds) {
        long value = sink;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            value = run(value, STEPS);
            long nanos = Math.max(1, System.nanoTime() - start);
            stepsPerNano = Math.max(stepsPerNano, (double) STEPS / nanos);
        }
        sink = value;
    }
}
