package advsys.locks.exam;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// How much processor time a thread has had since this was made: time in which the operating system ran
/// somebody else does not count.
final class Processor {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread thread;
    private final long usedBefore;
    private final long since = System.nanoTime();

    Processor(Thread thread) {
        this.thread = thread;
        this.usedBefore = used();
    }

    /// True when the thread has used `nanos` of processor time, or is asleep now and `asleepNanos` have gone
    /// by.
    boolean hasHad(long nanos, long asleepNanos) {
        if (used() - usedBefore >= nanos) {
            return true;
        }
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING, TERMINATED -> System.nanoTime() - since >= asleepNanos;
            case NEW, RUNNABLE -> false;
        };
    }

    private long used() {
        return Math.max(0, THREADS.getThreadCpuTime(thread.threadId())); // -1 when it has ended or not begun
    }
}
