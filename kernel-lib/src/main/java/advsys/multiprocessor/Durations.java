package advsys.multiprocessor;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Lengths of time as the JDK's methods take them, in nanoseconds.
final class Durations {
    private static final long NANOS = 1_000_000;
    private static final long MOST = Long.MAX_VALUE / 100_000; // some 26 hours: in picoseconds it is still a long

    private Durations() {}

    static long nanos(long millis, int nanos) {
        if (millis < 0 || nanos < 0 || nanos >= NANOS) {
            throw new IllegalArgumentException(millis + " ms and " + nanos + " ns: give times of 0 or more, and less"
                    + " than a million nanoseconds beside the milliseconds");
        }
        return millis > MOST / NANOS ? MOST : millis * NANOS + nanos;
    }

    static long nanos(Duration duration) {
        return duration.isNegative()
                ? 0
                : duration.compareTo(Duration.of(MOST, ChronoUnit.NANOS)) > 0 ? MOST : duration.toNanos();
    }

    /// No more than a simulated clock can count.
    static long limited(long nanos) {
        return Math.clamp(nanos, 0, MOST);
    }
}
