package advsys.multiprocessor;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A strand on a virtual thread, for a JVM that does not export its continuations: of the thread that resumes and this
/// one, always one is parked.
final class ThreadStrand implements Strand {
    private final Thread thread;
    private volatile boolean running;
    private volatile boolean ended;
    private volatile @Nullable Thread resumer;
    private volatile @Nullable Throwable thrown;

    ThreadStrand(Runnable body) {
        this.thread = Thread.ofVirtual().unstarted(() -> {
            awaitRunning();
            try {
                body.run();
            } catch (Throwable any) {
                thrown = any;
            } finally {
                ended = true;
                running = false;
                LockSupport.unpark(resumer);
            }
        });
    }

    @Override
    public void resume() {
        resumer = Thread.currentThread();
        running = true;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
        while (running) {
            LockSupport.park(this);
        }
        switch (thrown) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable t -> throw new IllegalStateException(t);
        }
    }

    @Override
    public boolean pause() {
        running = false;
        LockSupport.unpark(resumer);
        awaitRunning();
        return true;
    }

    private void awaitRunning() {
        while (!running && !ended) {
            LockSupport.park(this);
        }
    }
}
