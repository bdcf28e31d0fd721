package advsys.workbook.kernel.jshell;

import advsys.lab.Bundle;
import advsys.lab.Display;
import advsys.lab.Prediction;
import advsys.lab.Source;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import advsys.workbook.kernel.jshell.fault.SourceBook;
import advsys.workbook.kernel.jshell.help.ClassIndex;
import advsys.workbook.kernel.jshell.help.Completer;
import advsys.workbook.kernel.jshell.help.Inspector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A notebook while its kernel lives: the parts of the language side, put together.
final class Session implements AutoCloseable {
    private static volatile @Nullable Session current;

    private final FrontEnd frontEnd;
    private final NotebookThreads threads;
    private final Cells cells;
    private final SystemStreams streams;
    private final KernelDisplay display;
    private final Display displayBefore = Display.here();
    private final MainThread main;
    private final Warden warden = new Warden();
    private final Faults faults;
    private final ClassIndex classIndex = new ClassIndex();
    private final SessionKnowledge knowledge;
    private final Completer completer;
    private final Inspector inspector;
    private volatile Workspace workspace;
    private volatile @Nullable String hidden;

    Session(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
        faults = new Faults(this, new SourceBook());
        threads = new NotebookThreads((thread, thrown) -> warnPlainly(faults.uncaught(thread, thrown)));
        cells = new Cells(threads);
        main = new MainThread(threads);
        streams = new SystemStreams(cells, frontEnd);
        display = new KernelDisplay(cells, frontEnd);
        Display.use(display);
        Source.use(type -> engine().source(type));
        workspace = Workspace.open();
        knowledge = new SessionKnowledge(this);
        completer = new Completer(knowledge, classIndex);
        inspector = new Inspector(knowledge);
        current = this;
    }

    /// The session of this JVM.
    ///
    /// @throws IllegalStateException if no kernel runs here
    static Session here() {
        Session session = current;
        if (session == null) {
            throw new IllegalStateException("this works in a notebook only: no kernel runs in this JVM");
        }
        return session;
    }

    FrontEnd frontEnd() {
        return frontEnd;
    }

    Cells cells() {
        return cells;
    }

    KernelDisplay display() {
        return display;
    }

    Faults faults() {
        return faults;
    }

    ClassIndex classIndex() {
        return classIndex;
    }

    SessionKnowledge knowledge() {
        return knowledge;
    }

    Completer completer() {
        return completer;
    }

    Inspector inspector() {
        return inspector;
    }

    Engine engine() {
        return workspace.engine();
    }

    DefaultImports imports() {
        return workspace.imports();
    }

    Variables variables() {
        return workspace.variables();
    }

    Resets resets() {
        return workspace.resets();
    }

    /// A new thread of the notebook's.
    Thread thread(String name, Runnable work) {
        return new Thread(threads, work, name);
    }

    /// True for a thread of the notebook's.
    boolean owns(Thread thread) {
        return threads.equals(thread.getThreadGroup());
    }

    /// A run of `cell`, which becomes the latest.
    CellRun open(Cell cell) {
        CellRun run = new CellRun(cell, main, warden, threads);
        cells.enter(run.scope(), cell);
        return run;
    }

    /// Takes in source that is about to run.
    ///
    /// @param name what stack traces call it
    /// @param cell the number of the cell that runs it
    Origin.Source source(String name, String text, int cell) {
        Origin.Source source = new Origin.Source(name, text, cell);
        faults.book().put(name, source.lines());
        return source;
    }

    /// Runs code within the cell that is running, in the current thread.
    @Nullable
    Object evaluateHere(String code) throws Exception {
        Cell cell = cells.here();
        Origin.Source source = source("eval", code, cell == null ? 0 : cell.number());
        Interpreter interpreter = new Interpreter(this, source, (evaluation, body) -> body.call(), false);
        try {
            interpreter.run();
        } catch (Interpreter.Failure failure) {
            throw new IllegalArgumentException(failure.getMessage(), failure);
        }
        return interpreter.value();
    }

    /// Keeps the name that `display` returned from being shown as the cell's value.
    void hide(String id) {
        hidden = id;
    }

    @SuppressWarnings("ReferenceEquality") // this very string: another with the same letters is the reader's
    boolean isHidden(Object value) {
        return value == hidden;
    }

    /// What `result`, the value of a cell, looks like; null when there is nothing to show.
    @Nullable
    Bundle shown(@Nullable Object result) {
        if (result == null || isHidden(result)) {
            return null;
        }
        boolean interrupted = Thread.interrupted(); // or what an interrupted experiment has would not be drawn
        Bundle bundle = Values.bundle(result);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return bundle;
    }

    /// Shows a prediction that a declaration has made, below the cell of the current thread: what was said
    /// before the run is to be seen, and to be saved with the notebook.
    void announce(@Nullable Object result) {
        if (result instanceof Prediction prediction) {
            display.show(prediction.shown(), KernelDisplay.newId());
        }
    }

    /// Warns below the cell of the current thread, or below the latest.
    void warn(String text) {
        warnPlainly("\u001b[35mNote: \u001b[0m" + text + "\n");
    }

    private void warnPlainly(String text) {
        write("stderr", text);
    }

    /// Prints below the cell of the current thread, or below the latest.
    void print(String text) {
        write("stdout", text);
    }

    private void write(String stream, String text) {
        Cell cell = cells.hereOrLatest();
        if (cell != null) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            frontEnd.write(cell, stream, bytes, 0, bytes.length);
        }
    }

    /// Tells something below the latest cell.
    void note(String text) {
        Cell cell = cells.hereOrLatest();
        if (cell != null) {
            frontEnd.display(cell, Bundle.text(text), null);
        }
    }

    /// Forgets everything that cells declared, and their class path.
    void reset() {
        Workspace old = workspace;
        workspace = Workspace.open();
        old.close();
    }

    @Override
    public void close() {
        current = null;
        Display.use(displayBefore);
        Source.use(type -> Optional.empty());
        streams.close();
        main.close();
        threads.close();
        workspace.close();
    }
}
