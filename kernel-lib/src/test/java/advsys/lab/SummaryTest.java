package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SummaryTest {
    @Test
    void of_noNumbers_isNaN() {
        assertThat(Summary.of(Double.NaN).n()).isZero();
        assertThat(Summary.of().median()).isNaN();
    }

    @Test
    void of_fewNumbers_isTheirRange() {
        assertThat(Summary.of(3, 1, Double.NaN, 2)).isEqualTo(new Summary(3, 2, 1, 3));
        assertThat(Summary.of(4, 1)).isEqualTo(new Summary(2, 2.5, 1, 4));
    }

    /// Tables of the order statistics for 95 %: David and Nagaraja, §7.1; also any table of the sign test.
    @ParameterizedTest
    @CsvSource({"6,1,6", "8,1,8", "9,2,8", "11,2,10", "12,3,10", "15,4,12", "20,6,15", "25,8,18", "100,40,61"})
    void of_oneToN_hasTheOrderStatisticsOfTheTable(int n, int low, int high) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = i + 1;
        }
        Summary summary = Summary.of(values);
        assertThat(summary.low()).isEqualTo(low);
        assertThat(summary.high()).isEqualTo(high);
    }

    @Test
    void of_skewedSamples_coversTheMedianInNineteenOfTwenty() {
        SplittableRandom random = new SplittableRandom(7);
        int covered = 0;
        int samples = 4_000;
        for (int s = 0; s < samples; s++) {
            double[] values = random.doubles(15).map(u -> -Math.log(u)).toArray(); // median ln 2
            Summary summary = Summary.of(values);
            covered += summary.low() <= Math.log(2) && Math.log(2) <= summary.high() ? 1 : 0;
        }
        assertThat((double) covered / samples).isBetween(0.95, 0.99);
    }

    @Test
    void of_manyNumbers_needsNoTime() {
        Summary summary = Summary.of(new SplittableRandom(1).doubles(200_000).toArray());
        assertThat(summary.median()).isCloseTo(0.5, Assertions.within(0.01));
        assertThat(summary.high() - summary.low()).isLessThan(0.01);
    }

    @ParameterizedTest
    @CsvSource({"0,6,0.03125", "6,0,0.03125", "0,5,0.0625", "3,12,0.03515625", "5,5,1", "0,0,1", "10,0,0.001953125"})
    void twoSided_split_hasTheProbabilityOfTheBinomial(int lower, int higher, double p) {
        assertThat(SignTest.twoSided(lower, higher)).isCloseTo(p, Assertions.within(1e-9));
    }
}
