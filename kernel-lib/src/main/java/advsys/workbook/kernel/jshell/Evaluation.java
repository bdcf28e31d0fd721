package advsys.workbook.kernel.jshell;

import java.util.List;
import java.util.concurrent.Callable;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/// One snippet on its way through the compiler, and what became of it.
final class Evaluation {
    /// How the reader's code is run.
    @FunctionalInterface
    interface Executor {
        /// Runs `code`, which gives the snippet's value, in the right thread.
        @Nullable
        Object execute(Evaluation evaluation, Callable<?> code) throws Throwable;
    }

    private final Origin origin;
    private final Executor executor;
    private List<SnippetEvent> events = List.of();
    private List<Diag> errors = List.of();
    private @Nullable Snippet snippet;
    private @Nullable String wrapper;
    private @Nullable Object value;
    private @Nullable Throwable failure;
    private boolean shows;

    Evaluation(Origin origin, Executor executor) {
        this.origin = origin;
        this.executor = executor;
    }

    Origin origin() {
        return origin;
    }

    Executor executor() {
        return executor;
    }

    /// What JShell says: first of all about the snippet itself.
    List<SnippetEvent> events() {
        return events;
    }

    void events(List<SnippetEvent> told) {
        events = told;
    }

    /// True when the compiler did not take the snippet.
    boolean isRejected() {
        return !errors.isEmpty();
    }

    /// Why the compiler did not take it.
    List<Diag> errors() {
        return errors;
    }

    void errors(List<Diag> found) {
        errors = found;
    }

    /// The snippet, once it is compiled; of `int a, b;` the last that ran.
    @Nullable
    Snippet snippet() {
        return snippet;
    }

    void compiled(@Nullable Snippet compiled) {
        snippet = compiled;
    }

    void began(String wrapperName) {
        wrapper = wrapperName;
    }

    void ended(@Nullable Object result) {
        value = result;
    }

    void failed(Throwable thrown) {
        failure = thrown;
    }

    /// The class that JShell put around the snippet, if it ran.
    @Nullable
    String wrapper() {
        return wrapper;
    }

    @Nullable
    Object value() {
        return value;
    }

    /// True when the value is to be shown.
    boolean shows() {
        return shows;
    }

    void shows(boolean shown) {
        shows = shown;
    }

    /// What the snippet threw.
    @Nullable
    Throwable failure() {
        return failure;
    }
}
