package jmh;

import advsys.locks.TasLock;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Three pieces of work as cells of a notebook hold them, for JMH and for our own loop: arithmetic that the compiler
/// vectorises, a lock taken and given back, and code with branches that nobody foresees.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Cells {
    private final int[] numbers = new int[4096];
    private final long[] unsorted = new long[64];
    private final TasLock lock = new TasLock();
    private long count;

    public Cells() {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 31;
        }
        for (int i = 0; i < unsorted.length; i++) {
            unsorted[i] = (i * 0x9E3779B97F4A7C15L) >>> 7;
        }
    }

    /// Adds 4096 numbers up.
    @Benchmark
    public long sum() {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    /// Takes a lock and gives it back, 32 times.
    @Benchmark
    public long lock() {
        for (int i = 0; i < 32; i++) {
            lock.lock();
            count++;
            lock.unlock();
        }
        return count;
    }

    /// Sorts a copy of 64 numbers.
    @Benchmark
    public long sort() {
        long[] copy = unsorted.clone();
        Arrays.sort(copy);
        return copy[0];
    }
}
