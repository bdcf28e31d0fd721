package advsys.workbook.kernel.wire;

import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.Language;
import advsys.workbook.kernel.MemoryReserve;
import advsys.workbook.kernel.Reply;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Runs one cell after the other and tells what they show. Used by one thread, but for [#interrupt].
final class Execution {
    private record Running(Cell cell, CompletableFuture<Void> interrupted) {}

    /// What is to be replied.
    ///
    /// @param stops the requests that wait are not to run
    record Ended(JsonObject content, boolean stops) {}

    private final Engine engine;
    private final Outputs outputs;
    private final Questions questions;
    private final History history;
    private volatile @Nullable Running running;
    private int number = 1; // of the next cell that is kept

    Execution(Engine engine, Outputs outputs, Questions questions, History history) {
        this.engine = engine;
        this.outputs = outputs;
        this.questions = questions;
        this.history = history;
    }

    /// Stops the running cell, also one that still waits for the engine to start.
    void interrupt() {
        Running now = running;
        if (now != null) {
            now.interrupted.complete(null);
            engine.interrupt(now.cell);
        }
    }

    Ended execute(Message message) throws Malformed {
        MemoryReserve.refill();
        ExecuteRequest request = ExecuteRequest.of(message);
        Cell cell = request.cell(message.id(), number);
        CellOutput output = outputs.open(cell, message.header());
        Running now = new Running(cell, new CompletableFuture<>());
        running = now;
        questions.begin(cell, message);
        try {
            announce(cell, output);
            JsonObject values = new JsonObject();
            Reply reply = attempt(request, now, values);
            output.end();
            return switch (reply) {
                case Reply.Done done -> done(cell, done, values);
                case Reply.Failed failed -> failed(cell, failed, request.stopOnError());
            };
        } finally {
            questions.end();
            running = null;
        }
    }

    private void announce(Cell cell, CellOutput output) {
        if (!cell.silent()) {
            JsonObject input = new JsonObject();
            input.addProperty("code", cell.code());
            input.addProperty("execution_count", cell.number());
            output.show("execute_input", input);
        }
        if (cell.storeHistory()) {
            number++;
            history.add(cell.number(), cell.code());
        }
    }

    private Reply attempt(ExecuteRequest request, Running now, JsonObject values) {
        try {
            Language language = engine.readyUnless(now.interrupted);
            if (language == null) {
                return new Reply.Failed("Interrupted", "interrupted before the Java engine was ready", List.of());
            }
            Reply reply = language.run(now.cell);
            if (reply instanceof Reply.Done) {
                request.expressions()
                        .forEach((name, text) -> values.add(name, value(language.evaluate(now.cell, text))));
            }
            return reply;
        } catch (InterruptedException | RuntimeException | Error failure) {
            if (failure instanceof OutOfMemoryError) {
                MemoryReserve.release();
            }
            Log.failure("running a cell", failure);
            String sentence = "the kernel itself failed, not your code: " + failure
                    + ". It goes on; if this comes again, restart it";
            return new Reply.Failed("KernelError", sentence, List.of(sentence));
        }
    }

    private static JsonObject value(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> {
                JsonObject value = done.result().map(Bundles::content).orElseGet(JsonObject::new);
                value.addProperty("status", "ok");
                yield value;
            }
            case Reply.Failed failed -> Replies.error(failed.name(), failed.value(), failed.traceback());
        };
    }

    private Ended done(Cell cell, Reply.Done done, JsonObject values) {
        done.result().ifPresent(result -> {
            history.result(cell.number(), result.text());
            if (!cell.silent()) {
                outputs.result(cell, result);
            }
        });
        JsonObject content = Replies.ok();
        content.addProperty("execution_count", cell.number());
        content.add("payload", Json.of(done.payload()));
        content.add("user_expressions", values);
        return new Ended(content, false);
    }

    private Ended failed(Cell cell, Reply.Failed failed, boolean stopOnError) {
        if (!cell.silent()) {
            outputs.error(cell, failed.name(), failed.value(), failed.traceback());
        }
        JsonObject content = Replies.error(failed.name(), failed.value(), failed.traceback());
        return new Ended(complete(content, cell.number()), stopOnError && !cell.silent());
    }

    /// What to reply to a request that did not get as far as running.
    Ended refused(Throwable why) {
        return new Ended(complete(Replies.failure(why), number), true);
    }

    private static JsonObject complete(JsonObject content, int number) {
        content.addProperty("execution_count", number);
        content.add("payload", Json.of(List.of()));
        content.add("user_expressions", new JsonObject());
        return content;
    }
}
