package advsys.workbook.kernel.jshell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The threads that were started while a cell ran: platform threads of the notebook's group, and virtual threads.
/// Thread ids only grow, so a thread is younger than the cell when its id is greater than the last before it.
final class CellThreads {
    private static final int MANY = 64; // more than most notebooks have: to count them costs as much as to list them

    private final ThreadGroup group;
    private final Thread main;
    private final long lastBefore;

    /// @param main runs the cell itself and is not counted
    CellThreads(ThreadGroup group, Thread main) {
        this.group = group;
        this.main = main;
        this.lastBefore = new Thread(group, () -> {}, "never started").threadId();
    }

    /// Those that are alive.
    List<Thread> alive() {
        List<Thread> threads = new ArrayList<>();
        for (Thread thread : platform()) {
            if (isOurs(thread)) {
                threads.add(thread);
            }
        }
        VirtualThreads.all().filter(this::isOurs).forEach(threads::add);
        return threads;
    }

    @SuppressWarnings("ReferenceEquality") // a thread is itself
    private boolean isOurs(Thread thread) {
        return thread != main && thread.threadId() > lastBefore && thread.isAlive();
    }

    private Thread[] platform() {
        Thread[] found = new Thread[MANY];
        int count = group.enumerate(found);
        while (count == found.length) { // full: there may be more
            found = new Thread[2 * found.length];
            count = group.enumerate(found);
        }
        return Arrays.copyOf(found, count);
    }

    /// Those that are still at the cell's work, and workers of the common pool that are.
    List<Thread> working() {
        List<Thread> working = alive();
        working.removeIf(CellThreads::isIdle);
        working.addAll(CommonPool.working());
        return working;
    }

    /// True for a pool's worker that waits for its next task, and its like: it stands still, in code of the JDK only.
    static boolean isIdle(Thread thread) {
        if (thread.getState() == Thread.State.RUNNABLE) {
            return false;
        }
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("jdk.internal.")) {
                return false;
            }
        }
        return true;
    }
}
