package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecencyTest {
    /// Beside a list that is kept in order.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 100})
    void used_anyOrder_holdsThoseThatWereUsedLast(int capacity) {
        Recency recency = new Recency(capacity);
        LinkedHashSet<Integer> expected = new LinkedHashSet<>();
        SplittableRandom random = new SplittableRandom(capacity);
        for (int i = 0; i < 20_000; i++) {
            int line = random.nextInt(1 + random.nextInt(2 * capacity + 1));
            recency.used(line);
            expected.remove(line);
            expected.add(line);
            if (expected.size() > capacity) {
                expected.remove(expected.getFirst());
            }
            int other = random.nextInt(2 * capacity + 1);
            assertThat(recency.holds(other)).as("seed %d, use %d", capacity, i).isEqualTo(expected.contains(other));
            assertThat(recency.lastUse(line)).isGreaterThanOrEqualTo(recency.lastUse(other));
        }
    }
}
