package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.ArrayList;
import java.util.List;

/// Notes who runs, and how long each runs before another does.
public final class Order implements Program {
    private static final int ACCESSES = 5; // in a round, each a hit of one cycle

    private final List<Integer> runs = new ArrayList<>(); // who, each time another than before
    private final List<Long> begun = new ArrayList<>(); // when, in nanoseconds
    private final long[][] own = new long[8][8];

    @Override
    public void run(int cpu) {
        if (runs.isEmpty() || runs.getLast() != cpu) {
            runs.add(cpu);
            begun.add(System.nanoTime());
        }
        for (int i = 0; i < ACCESSES; i++) {
            own[cpu][i]++;
        }
    }

    /// The threads in the order in which they ran, as digits; -1 when a thread ran for less than a quantum of 200
    /// cycles of 50 ns before the next, or for much more.
    @Override
    public long result() {
        long order = 0;
        for (int i = 0; i < 7; i++) {
            order = 10 * order + runs.get(i) + 1;
            long nanos = begun.get(i + 1) - begun.get(i);
            if (i > 0 && (nanos < 200 * 50 || nanos > 300 * 50)) {
                return -nanos;
            }
        }
        return order;
    }
}
