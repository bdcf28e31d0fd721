package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.concurrent.atomic.AtomicInteger;

/// Work on memory that others have nothing to do with.
public final class Private {
    private static final int LENGTH = 64; // of each CPU's array
    private static final int CPUS = 4;

    private Private() {}

    /// An array for each CPU; the references to them are a line apart.
    abstract static class Arrays implements Program {
        private static final int APART = 16;

        private final long[][] own = new long[CPUS * APART][];

        long[] of(int cpu) {
            return own[cpu * APART];
        }

        long[] work(int cpu) {
            long[] mine = own[cpu * APART];
            if (mine == null) {
                mine = new long[LENGTH + 8];
                own[cpu * APART] = mine;
            }
            for (int i = 8; i < LENGTH; i++) {
                mine[i] += i;
            }
            return mine;
        }
    }

    /// All that is shared is an atomic.
    public static final class Synchronised extends Arrays {
        private final AtomicInteger rounds = new AtomicInteger();

        @Override
        public void run(int cpu) {
            work(cpu);
            rounds.incrementAndGet();
        }

        @Override
        public long result() {
            return rounds.get();
        }
    }

    /// From its tenth round on CPU 0 reads what another is writing, without a word.
    public static final class Spied extends Arrays {
        @Override
        public void run(int cpu) {
            long[] mine = work(cpu);
            long[] other = cpu != 0 || mine[10] < 100 ? mine : of(1);
            if (other != null) {
                mine[0] += other[LENGTH - 1];
            }
        }

        @Override
        public long result() {
            return 0;
        }
    }
}
