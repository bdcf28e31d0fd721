package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {
    /// Beside a set that is kept in order. Steps are within one time, on the wheel, and beyond it.
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000, 1_000_000})
    void take_anyOrder_firstInTimeThenByNumber(int step) {
        SplittableRandom random = new SplittableRandom(step);
        Turns turns = new Turns();
        TreeSet<Long> expected = new TreeSet<>();
        List<Integer> idle = new ArrayList<>(List.of(Turns.CLOCK));
        for (int cpu = 0; cpu < Multiprocessor.MOST_CPUS; cpu++) {
            idle.add(cpu);
        }
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            int what = random.nextInt(8);
            if (!idle.isEmpty() && (expected.isEmpty() || what < 3)) {
                long key = key(now + random.nextInt(step), idle.remove(random.nextInt(idle.size())));
                turns.add(key);
                expected.add(key);
            } else if (what < 6) {
                long first = turns.take();
                assertThat(first).as("seed %d, step %d", step, i).isEqualTo(expected.removeFirst());
                now = Turns.time(first);
                idle.add(Turns.cpu(first));
            } else if (what == 6) {
                long later =
                        key(Turns.time(expected.getFirst()) + random.nextInt(step), Turns.cpu(expected.getFirst()));
                now = Turns.time(expected.getFirst());
                assertThat(turns.replaceFirst(later))
                        .as("seed %d, step %d", step, i)
                        .isEqualTo(expected.removeFirst());
                expected.add(later);
            } else {
                long any = new ArrayList<>(expected).get(random.nextInt(expected.size()));
                turns.remove(any);
                expected.remove(any);
                idle.add(Turns.cpu(any));
            }
            assertThat(turns.isEmpty()).as("seed %d, step %d", step, i).isEqualTo(expected.isEmpty());
            if (!expected.isEmpty()) {
                assertThat(turns.first()).as("seed %d, step %d", step, i).isEqualTo(expected.getFirst());
            }
        }
    }

    private static long key(long time, int cpu) {
        return (time << 7) | cpu;
    }
}
