package advsys.workbook.kernel.wire;

import advsys.workbook.kernel.Cell;
import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The kernel's questions to the reader, one at a time, to the front end that asked for the running cell.
final class Questions {
    private final Transport transport;
    private final Codec codec;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Asker asker;
    private volatile @Nullable CompletableFuture<Message> open;

    private record Asker(Cell cell, Message request) {}

    Questions(Transport transport, Codec codec) {
        this.transport = transport;
        this.codec = codec;
    }

    /// From now on `cell` may ask, until [#end].
    void begin(Cell cell, Message request) {
        asker = new Asker(cell, request);
    }

    void end() {
        asker = null;
    }

    /// Asks, and waits for the answer.
    ///
    /// @throws IllegalStateException if nobody can be asked
    String ask(Cell cell, String prompt, boolean password) throws InterruptedException {
        if (!cell.mayAsk()) {
            throw new IllegalStateException("this front end cannot ask the reader for input"
                    + " (allow_stdin is false): give the value in the cell instead");
        }
        turn.lockInterruptibly();
        try {
            Asker running = asker;
            if (running == null || !running.cell.equals(cell)) {
                throw new IllegalStateException("the cell has ended: only a running cell can ask the reader for input");
            }
            CompletableFuture<Message> answer = new CompletableFuture<>();
            open = answer; // before the question leaves; an answer that comes with none open is dropped
            JsonObject content = new JsonObject();
            content.addProperty("prompt", prompt);
            content.addProperty("password", password);
            Message request = running.request;
            transport.send(
                    Channel.STDIN,
                    codec.encode(codec.message(request.route(), "input_request", request.header(), content)));
            return Json.string(answer.get().content(), "value");
        } catch (Malformed | ExecutionException wrong) {
            throw new IllegalStateException(
                    "the front end gave no answer: " + Objects.requireNonNullElse(wrong.getMessage(), ""), wrong);
        } finally {
            open = null;
            turn.unlock();
        }
    }

    /// Takes what came on the stdin socket.
    void answered(Message message) {
        CompletableFuture<Message> waiting = open;
        if (waiting == null || !message.type().equals("input_reply")) {
            Log.line("dropped a " + message.type() + " on stdin: nothing was asked");
            return;
        }
        waiting.complete(message);
    }
}
