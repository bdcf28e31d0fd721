package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DurationsTest {
    /// Against the definition: sort, and count.
    @Test
    void percentile_manyDurations_isAtMostSevenPercentAboveTheTrueOne() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        long[] all = random.longs(10_000, 0, 1L << 40)
                .map(x -> x >>> random.nextInt(40))
                .toArray();
        Durations counted = new Durations();
        Arrays.stream(all).forEach(counted::add);
        Arrays.sort(all);
        for (double percent : new double[] {1, 50, 90, 99, 99.9, 100}) {
            double exact = all[(int) Math.ceil(all.length * percent / 100) - 1];
            assertThat(counted.percentile(percent))
                    .as("percentile %s, seed %s", percent, seed)
                    .isBetween(exact, exact * 1.07);
        }
        assertThat(counted.longest()).isEqualTo(all[all.length - 1]);
    }

    @Test
    void addAll_twoLogs_countsBoth() {
        Durations one = new Durations();
        one.add(10);
        Durations other = new Durations();
        other.add(1_000);
        one.addAll(other);
        assertThat(one.percentile(50)).isEqualTo(10);
        assertThat(one.percentile(100)).isEqualTo(1_000);
    }

    @Test
    void index_edgesOfTheRange_fitTheClasses() {
        for (long duration : new long[] {0, 1, 15, 16, 17, 31, 32, 33, 1L << 40, Long.MAX_VALUE}) {
            int index = Durations.index(duration);
            assertThat(Durations.last(index)).isGreaterThanOrEqualTo(duration);
            assertThat(index == 0 ? -1 : Durations.last(index - 1)).isLessThan(duration);
        }
    }
}
