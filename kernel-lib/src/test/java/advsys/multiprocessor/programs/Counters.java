package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;

/// A counter for each CPU.
public final class Counters {
    private Counters() {}

    /// `counts` elements apart.
    abstract static class Strided implements Program {
        private final long[] counts;
        private final int stride;

        Strided(int stride) {
            this.stride = stride;
            this.counts = new long[5 * stride];
        }

        @Override
        public void run(int cpu) {
            counts[(cpu + 1) * stride]++;
        }

        @Override
        public long result() {
            long sum = 0;
            for (long count : counts) {
                sum += count;
            }
            return sum;
        }
    }

    public static final class SideBySide extends Strided {
        public SideBySide() {
            super(1);
        }
    }

    public static final class Padded extends Strided {
        public Padded() {
            super(16);
        }
    }

    /// Each CPU goes through four lines of its own that are 16 lines apart.
    public static final class FarApart implements Program {
        private final long[] counts = new long[4 * 4 * 128 + 8];

        @Override
        public void run(int cpu) {
            for (int i = 0; i < 4; i++) {
                counts[(i * 4 * 128) + cpu * 16]++;
            }
        }

        @Override
        public long result() {
            long sum = 0;
            for (long count : counts) {
                sum += count;
            }
            return sum / 4;
        }
    }
}
