package advsys.workbook.kernel.wire;

import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import advsys.workbook.kernel.Language;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The language side while it starts, runs and ends. It starts on a thread of its own, so that the sockets are up and
/// `kernel_info` is answered long before JShell is ready.
final class Engine {
    private static final long CLOSING_MILLIS = 300;

    private final CompletableFuture<Language> language = new CompletableFuture<>();

    static Engine start(Function<FrontEnd, Language> start, FrontEnd frontEnd) {
        Engine engine = new Engine();
        Thread.ofPlatform().daemon().name("advsys start").start(() -> {
            try {
                engine.language.complete(start.apply(frontEnd));
            } catch (RuntimeException | Error failure) { // every request that needs the language says why
                Log.failure("starting the language", failure);
                engine.language.completeExceptionally(failure);
            }
        });
        return engine;
    }

    /// Waits until the language is ready.
    Language ready() throws InterruptedException {
        try {
            return language.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the Java engine did not start: " + failed.getCause(), failed);
        }
    }

    /// Waits until the language is ready or `givenUp` is complete; then null.
    @Nullable
    Language readyUnless(CompletableFuture<?> givenUp) throws InterruptedException {
        try {
            CompletableFuture.anyOf(language, givenUp).get();
        } catch (ExecutionException failed) {
            return ready(); // says why
        }
        return givenUp.isDone() ? null : ready();
    }

    void interrupt(Cell cell) {
        if (language.isDone() && !language.isCompletedExceptionally()) {
            language.join().interrupt(cell);
        }
    }

    /// Closes the language, and waits for that a moment.
    void close() {
        CompletableFuture<Void> closed = language.thenAcceptAsync(
                Language::close,
                task -> Thread.ofPlatform().daemon().name("advsys close").start(task));
        try {
            closed.get(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unfinished) {
            Log.line("the Java engine did not close in time: " + unfinished);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
