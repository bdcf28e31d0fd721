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
///
/// **Why the numbers to sort are new each time.** The same 64 again and again are learned by the processor's branch
/// predictor, more of them in one fork and fewer in the next: either loop jumped between 490 and 650 ns, which says
/// nothing of the loops. New ones cost some 1300 ns in both, most of it mispredicted branches.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Cells {
    private final int[] numbers = new int[4096];
    private final TasLock lock = new TasLock();
    private long count;
    private long drawn = 1;

    public Cells() {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 31;
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

    /// Draws 64 numbers, as Knuth's MMIX does, and sorts them.
    @Benchmark
    public long sort() {
        long[] unsorted = new long[64];
        for (int i = 0; i < unsorted.length; i++) {
            drawn = drawn * 6364136223846793005L + 1442695040888963407L;
            unsorted[i] = drawn;
        }
        Arrays.sort(unsorted);
        return unsorted[0];
    }
}
