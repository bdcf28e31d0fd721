package advsys.workbook.grading.sandbox;

import java.time.Duration;

/// How much one agent may use.
///
/// @param load for running a submission's cells, each
/// @param grace beyond a law's own limit, before its check is ended from outside
/// @param cpu processor time, of the agent's whole life
/// @param heapMegabytes the Java heap
/// @param dataMegabytes all private memory together: heap, direct, foreign, stacks, compiled code
/// @param threads of the whole agent, the JVM's own of about twenty included
/// @param diskMegabytes what can be written under `/tmp`
/// @param outputKilobytes what may be printed in one check
public record Limits(
        Duration load,
        Duration grace,
        Duration cpu,
        int heapMegabytes,
        int dataMegabytes,
        int threads,
        int diskMegabytes,
        int outputKilobytes) {
    private static final int LEAST_HEAP = 32;
    private static final int BESIDE_HEAP = 900; // two stacks of 256 MB for the compiler; code, classes, buffers
    private static final int LEAST_THREADS = 40;

    /// What is used unless somebody says otherwise.
    public Limits() {
        this(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(120), 512, 1600, 256, 16, 256);
    }

    /// @throws IllegalArgumentException if an agent could not even start with them
    public Limits {
        positive(load, "load");
        positive(grace, "grace");
        positive(cpu, "cpu");
        atLeast(LEAST_HEAP, heapMegabytes, "heapMegabytes");
        atLeast(heapMegabytes + BESIDE_HEAP, dataMegabytes, "dataMegabytes");
        atLeast(LEAST_THREADS, threads, "threads");
        atLeast(1, diskMegabytes, "diskMegabytes");
        atLeast(1, outputKilobytes, "outputKilobytes");
    }

    /// The same with other times.
    public Limits times(Duration newLoad, Duration newGrace, Duration newCpu) {
        return new Limits(
                newLoad, newGrace, newCpu, heapMegabytes, dataMegabytes, threads, diskMegabytes, outputKilobytes);
    }

    private static void positive(Duration time, String name) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException(name + " is " + time + ": give a time above zero");
        }
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ": give it " + least + " or more");
        }
    }
}
