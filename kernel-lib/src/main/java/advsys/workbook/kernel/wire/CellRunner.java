package advsys.workbook.kernel.wire;

import advsys.workbook.kernel.MemoryReserve;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Takes requests to run cells, in order, on one thread.
///
/// - **Guarantee** each request gets a busy, one reply and an idle, whatever the cell or the kernel throws. When
///   one fails, those that were sent before the failure could be seen are answered "aborted".
final class CellRunner {
    private static final long RECEIVE_MILLIS = 2_000;

    private final Transport transport;
    private final Publisher publisher;
    private final Replies replies;
    private final Execution execution;
    private final LinkedBlockingQueue<Message> queue = new LinkedBlockingQueue<>();

    CellRunner(Transport transport, Publisher publisher, Replies replies, Execution execution) {
        this.transport = transport;
        this.publisher = publisher;
        this.replies = replies;
        this.execution = execution;
    }

    void start() {
        Thread.ofPlatform()
                .daemon()
                .name("advsys cells")
                .start(() -> Survive.repeat("running cells", () -> run(queue.take())));
    }

    void submit(Message request) {
        queue.add(request);
    }

    private void run(Message request) {
        JsonObject parent = request.header();
        JsonObject metadata = new JsonObject();
        metadata.addProperty("started", Instant.now().toString());
        List<Message> aborted = List.of();
        MemoryReserve.insist(() -> publisher.cellStarts(parent));
        try {
            Execution.Ended ended = execute(request);
            if (ended.stops()) {
                aborted = takeQueued(); // before the failure can be seen: what comes later was sent in its knowledge
            }
            MemoryReserve.insist(() -> replies.reply(Channel.SHELL, request, ended.content(), metadata));
        } finally {
            MemoryReserve.insist(() -> publisher.cellEnds(parent));
        }
        aborted.forEach(this::abort);
    }

    private Execution.Ended execute(Message request) {
        try {
            return execution.execute(request);
        } catch (Malformed | RuntimeException | Error failure) {
            if (failure instanceof OutOfMemoryError) {
                MemoryReserve.release();
            }
            Log.failure("a request to run a cell", failure);
            return execution.refused(failure);
        }
    }

    private List<Message> takeQueued() {
        CountDownLatch received = new CountDownLatch(1);
        transport.afterReceiving(received::countDown);
        try {
            if (!received.await(RECEIVE_MILLIS, TimeUnit.MILLISECONDS)) {
                Log.line("the socket thread is slow: requests behind a failed cell may still run");
            }
        } catch (InterruptedException stray) {
            Log.line("the cell thread was interrupted, and goes on");
        }
        List<Message> taken = new ArrayList<>();
        queue.drainTo(taken);
        return taken;
    }

    private void abort(Message request) {
        MemoryReserve.insist(() -> publisher.cellStarts(request.header()));
        MemoryReserve.insist(() -> replies.reply(Channel.SHELL, request, Replies.status("aborted")));
        MemoryReserve.insist(() -> publisher.cellEnds(request.header()));
    }
}
