package advsys.lab;

import java.util.concurrent.atomic.AtomicLong;

/// What came first in this JVM: a prediction, or the run that it is judged on. A count, because clocks of the system
/// may be set back.
final class Moment {
    private static final AtomicLong LAST = new AtomicLong();

    private Moment() {}

    /// Later than every one before.
    static long next() {
        return LAST.incrementAndGet();
    }
}
