package advsys.workbook.kernel.jshell;

import java.util.concurrent.LinkedTransferQueue;
import org.jspecify.annotations.Nullable;

/// The thread that runs the code of all cells, one after the other, like the main thread of a program: what a cell
/// locks or keeps in a thread-local variable, the next one still has.
///
/// A thread that cannot be stopped is given up, and another takes its place.
final class MainThread implements AutoCloseable {
    private final ThreadGroup group;
    private @Nullable Worker worker; // guarded by this

    MainThread(ThreadGroup group) {
        this.group = group;
    }

    /// Begins a job and returns the thread that does it. There is one job at a time.
    synchronized Thread start(Job job) {
        if (worker == null || !worker.thread.isAlive()) {
            worker = new Worker(group);
        }
        worker.jobs.add(job);
        return worker.thread;
    }

    /// Leaves the thread to its job: the next one gets another thread. It ends when the job should ever end.
    synchronized void giveUp() {
        if (worker != null) {
            worker.last = true;
            worker = null;
        }
    }

    @Override
    public synchronized void close() {
        if (worker != null) {
            worker.last = true;
            worker.thread.interrupt();
            worker = null;
        }
    }

    private static final class Worker implements Runnable {
        final LinkedTransferQueue<Job> jobs = new LinkedTransferQueue<>();
        final Thread thread;
        volatile boolean last;

        Worker(ThreadGroup group) {
            thread = new Thread(group, this, "main", 0, false);
            thread.start();
        }

        @Override
        public void run() {
            while (!last) {
                try {
                    jobs.take().run();
                } catch (InterruptedException late) {
                    // for a job that has just ended, or because this thread is the last of a closed kernel
                }
            }
        }
    }
}
