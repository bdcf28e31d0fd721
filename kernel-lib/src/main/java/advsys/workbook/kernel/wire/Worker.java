package advsys.workbook.kernel.wire;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A thread that does one task after the other, and survives every one.
final class Worker {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    Worker(String name) {
        Thread.ofPlatform()
                .daemon()
                .name(name)
                .start(() -> Survive.repeat(name, () -> tasks.take().run()));
    }

    void submit(Runnable task) {
        tasks.add(task);
    }
}
