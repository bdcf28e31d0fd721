package advsys.workbook.kernel.jshell;

import advsys.lab.Bundle;
import advsys.workbook.kernel.jshell.CellRun.Interruption;
import advsys.workbook.kernel.jshell.fault.Fault;
import advsys.workbook.kernel.jshell.magic.Magics;
import advsys.workbook.kernel.jshell.source.Part;
import advsys.workbook.kernel.jshell.source.PlainExpression;
import advsys.workbook.kernel.jshell.source.Splitter.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Runs source part by part and snippet by snippet, and stops at the first that fails.
final class Interpreter {
    private final Session session;
    private final Origin.Source source;
    private final Evaluation.Executor executor;
    private final boolean showing;
    private final Declared declared = new Declared();
    private final List<Runnable> atEnd = new ArrayList<>();

    private final List<Map<String, Object>> payload = new ArrayList<>();
    private @Nullable Object value;
    private @Nullable Bundle shown;

    /// @param executor runs the reader's code
    /// @param showing make something to show of the last expression's value
    Interpreter(Session session, Origin.Source source, Evaluation.Executor executor, boolean showing) {
        this.session = session;
        this.source = source;
        this.executor = executor;
        this.showing = showing;
    }

    /// Thrown when the source fails, with what there is to say about it.
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Failure(Fault fault) {
            super(fault.name() + ": " + fault.value(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    Origin.Source source() {
        return source;
    }

    /// The value of the last expression; null when the source does not end with one.
    @Nullable
    Object value() {
        return value;
    }

    /// What it looks like; null when there is nothing to show.
    @Nullable
    Bundle shown() {
        return shown;
    }

    /// What the reply carries beside the result.
    List<Map<String, Object>> payload() {
        return List.copyOf(payload);
    }

    /// Asks the front end to show a text beside the notebook.
    void page(String text) {
        payload.add(Map.of("source", "page", "data", Map.of(Bundle.TEXT, text), "start", 0));
    }

    /// Runs all of it.
    ///
    /// @throws Interruption when the cell was interrupted
    /// @throws Failure when something fails
    void run() throws Interruption, Failure {
        List<Part> parts = Part.of(source.text(), Magics.names()::contains);
        try {
            for (Part part : parts) {
                value = null;
                shown = null;
                switch (part) {
                    case Part.Code code -> run(code, part.equals(parts.getLast()));
                    case Part.Magic magic -> run(magic);
                }
            }
            declared.requireResolved(session, source);
        } finally {
            declared.tell(session);
            atEnd.forEach(Runnable::run);
        }
        declared.tellWhatIsUsed(session, source);
    }

    private void run(Part.Code code, boolean last) throws Interruption, Failure {
        session.imports().provide(code.text());
        List<Piece> pieces = session.engine().split(code.text());
        for (Piece piece : pieces) {
            run(piece, code.offset() + piece.offset(), last && piece.equals(pieces.getLast()));
        }
    }

    private void run(Piece piece, int offset, boolean last) throws Interruption, Failure {
        Evaluation.Executor showingLast = (evaluation, code) -> executor.execute(evaluation, () -> {
            Object result = code.call();
            evaluation.shows(last && isExpression(evaluation.snippet()));
            if (showing && !evaluation.shows()) {
                session.announce(result);
            }
            return evaluation.shows() ? show(result) : result;
        });
        Engine engine = session.engine();
        Evaluation evaluation = null;
        if (piece.isComplete() && PlainExpression.matches(piece.text())) {
            evaluation = engine.evaluateExpression(piece.text(), source, offset, showingLast);
        }
        if (evaluation == null || evaluation.isRejected()) {
            evaluation = engine.evaluate(piece.text(), source, offset, showingLast);
        }
        if (evaluation.events().isEmpty() && !piece.isComplete()) {
            throw new Failure(session.faults().unfinished(source, offset));
        }
        declared.add(evaluation);
        if (evaluation.isRejected()) {
            throw new Failure(session.faults().compilation(evaluation));
        }
        piece.warnings().forEach(session::warn);
        Throwable failure = evaluation.failure();
        if (failure instanceof Interruption interruption) {
            throw interruption;
        } else if (failure != null) {
            throw new Failure(session.faults().exception(failure));
        }
        value = isExpression(evaluation.snippet()) ? evaluation.value() : null;
    }

    /// Called in the thread that runs the reader's code: showing a value is the reader's code as well.
    private @Nullable Object show(@Nullable Object result) {
        if (showing) {
            shown = session.shown(result);
        }
        return result;
    }

    private static boolean isExpression(@Nullable Snippet snippet) {
        if (snippet == null) {
            return false;
        }
        return switch (snippet.subKind()) {
            case VAR_VALUE_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
            default -> snippet instanceof VarSnippet variable && variable.name().equals(Engine.RESULT);
        };
    }

    private void run(Part.Magic magic) throws Interruption, Failure {
        try {
            Magics.run(magic.name(), magic.arguments(), new MagicHost(session, this));
        } catch (Interruption | Failure end) {
            throw end;
        } catch (Exception failed) {
            throw new Failure(session.faults().magic(source, magic, failed));
        }
    }

    /// Runs a file's source within this cell.
    void runFile(Origin.Source file) throws Interruption, Failure {
        new Interpreter(session, file, executor, false).run();
    }

    /// Runs `work`, which may take long, as the reader's code.
    <T> T runAsCell(Callable<T> work) throws Exception {
        List<T> result = new ArrayList<>(1);
        try {
            executor.execute(new Evaluation(new Origin(source, 0, 0), executor), () -> result.add(work.call()));
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        return result.getFirst();
    }

    /// Does `task` when the source has ended.
    void atEnd(Runnable task) {
        atEnd.add(task);
    }
}
