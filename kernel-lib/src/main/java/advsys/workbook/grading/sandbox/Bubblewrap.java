package advsys.workbook.grading.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Agents in bubblewrap, and some that wait for a submission.
final class Bubblewrap implements Sandbox {
    private final Image image;
    private final Limits limits;
    private final BlockingQueue<Future<Link>> warm = new LinkedBlockingQueue<>();
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService parent = // one thread for all: an agent dies with the thread that started it
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("agents' parent").factory());
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean last;

    Bubblewrap(Image image, Limits limits, int warm) {
        this.image = image;
        this.limits = limits;
        for (int i = 0; i < warm; i++) {
            order();
        }
    }

    private void order() {
        warm.add(starters.submit(this::start));
    }

    private Link start() throws IOException, InterruptedException {
        return Link.start(image, limits, number.incrementAndGet(), parent);
    }

    /// A fresh agent: one that waits, whose place another takes; without any that wait, one is started.
    private Link take() throws IOException, InterruptedException {
        Future<Link> next = warm.poll();
        if (next == null) {
            return start();
        }
        if (!last) {
            order();
        }
        try {
            Link link = next.get();
            if (link.isAlive()) {
                return link;
            }
        } catch (ExecutionException failed) {
            // it did not start: a host that is short of something may have it now
        }
        return start();
    }

    @Override
    public void ready() throws IOException, InterruptedException {
        Future<Link> first = warm.peek();
        try {
            if (first == null) {
                start().close();
            } else {
                first.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException why ? why : new IOException(failed.getCause());
        }
    }

    @Override
    public void last() {
        last = true;
    }

    @Override
    public Student student(List<String> cells) {
        return new Handle(this::take, limits, cells);
    }

    @Override
    public void close() {
        starters.shutdownNow();
        parent.shutdown(); // its end is the end of every agent
        starters.close();
        image.close();
    }
}
