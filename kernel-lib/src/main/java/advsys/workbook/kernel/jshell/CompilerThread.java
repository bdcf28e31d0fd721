package advsys.workbook.kernel.jshell;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;

/// A thread that compiles. It has room for source that is nested thousands deep; memory is taken only as far as the
/// stack is used. What the compiler prints when it breaks down is nobody's: the reader is told in another way.
final class CompilerThread implements AutoCloseable {
    private static final long STACK_BYTES = 256L << 20;

    private static final long IDLE_MILLIS = 300;

    private final LinkedTransferQueue<Runnable> tasks = new LinkedTransferQueue<>();
    private final ConcurrentLinkedQueue<Runnable> whenIdle = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    CompilerThread(String name) {
        thread = new Compiling(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /// Does `task` when those before it are done.
    <T> CompletableFuture<T> submit(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        tasks.add(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        });
        return result;
    }

    /// Does `task` when there has been nothing else to do for a while.
    void whenIdle(Runnable task) {
        whenIdle.add(task);
        tasks.add(() -> {}); // so that the thread waits anew, and not for ever
    }

    private void work() {
        while (!closed) {
            try {
                Runnable task = whenIdle.isEmpty() ? tasks.take() : tasks.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                (task == null ? whenIdle.remove() : task).run();
            } catch (InterruptedException end) {
                // closed
            } catch (RuntimeException | Error failed) {
                // of something done in advance: it will fail again, and be told, when it is wanted
            }
        }
    }

    /// True in such a thread.
    static boolean isCurrent() {
        return Thread.currentThread() instanceof Compiling;
    }

    private static final class Compiling extends Thread {
        Compiling(Runnable work, String name) {
            super(null, work, name, STACK_BYTES, false);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
