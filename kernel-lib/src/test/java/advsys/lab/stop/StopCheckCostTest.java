package advsys.lab.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The promise of the package: a compiled loop carries nothing. A flag that is read in every iteration makes this very
/// loop four times slower, because it cannot be vectorised any more.
@Tag("alone") // it measures
final class StopCheckCostTest {
    private static final MethodType TYPE = MethodType.methodType(long.class, int[].class);

    /// The loop that is timed, in a class of its own so that it can be woven.
    static final class Sum {
        private Sum() {}

        static long of(int[] numbers) {
            int sum = 0;
            for (int number : numbers) {
                sum += number;
            }
            return sum;
        }
    }

    @Test
    void weave_vectorisableSum_costsNothing() throws Throwable {
        MethodHandle plain = MethodHandles.lookup().findStatic(Sum.class, "of", TYPE);
        Class<?> copy = Woven.copy(Sum.class, StopWeaver.Entries.CALLING);
        MethodHandle woven =
                MethodHandles.privateLookupIn(copy, MethodHandles.lookup()).findStatic(copy, "of", TYPE);
        int[] numbers = new int[100_000];
        long plainNanos = Long.MAX_VALUE;
        long wovenNanos = Long.MAX_VALUE;
        for (int round = 0; round < 4_000; round++) {
            plainNanos = Math.min(plainNanos, time(plain, numbers));
            wovenNanos = Math.min(wovenNanos, time(woven, numbers));
        }
        assertThat((double) wovenNanos / plainNanos).isLessThan(2);
    }

    private static long time(MethodHandle loop, int[] numbers) throws Throwable {
        long start = System.nanoTime();
        long sum = (long) loop.invokeExact(numbers);
        long nanos = System.nanoTime() - start;
        assertThat(sum).isZero();
        return nanos;
    }
}
