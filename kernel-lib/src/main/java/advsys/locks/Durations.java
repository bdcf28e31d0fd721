package advsys.locks;

/// Counts of durations in classes that grow with the duration: sixteen to each doubling.
final class Durations {
    private static final int FINE = 4; // bits: sixteen classes to a doubling
    private static final int PER_DOUBLING = 1 << FINE;

    private final long[] counts = new long[(64 - FINE) * PER_DOUBLING];
    private long total;
    private long longest;

    /// Counts one; what a clock that went backwards calls negative counts as nothing.
    void add(long nanos) {
        long duration = Math.max(0, nanos);
        counts[index(duration)]++;
        total++;
        longest = Math.max(longest, duration);
    }

    void addAll(Durations other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
        longest = Math.max(longest, other.longest);
    }

    /// The end of the class below which `percent` of the durations lie; 0 when there are none.
    double percentile(double percent) {
        long wanted = (long) Math.ceil(total * percent / 100);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(longest, last(i));
            }
        }
        return longest;
    }

    double longest() {
        return longest;
    }

    //     durations  0 … 15    16 … 31    32 33 | 34 35 | …    64 … 67 | …
    //     classes    0 … 15    16 … 31    32    | 33    | …    48      | …
    static int index(long duration) {
        if (duration < PER_DOUBLING) {
            return (int) duration;
        }
        int doubling = 63 - Long.numberOfLeadingZeros(duration) - FINE; // 0 for 16 to 31
        return doubling * PER_DOUBLING + (int) (duration >>> doubling);
    }

    /// The greatest duration of class `index`.
    static long last(int index) {
        if (index < PER_DOUBLING) {
            return index;
        }
        int doubling = index / PER_DOUBLING - 1;
        long first = (long) (index - doubling * PER_DOUBLING) << doubling;
        return first + (1L << doubling) - 1;
    }
}
