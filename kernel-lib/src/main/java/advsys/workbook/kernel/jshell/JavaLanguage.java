package advsys.workbook.kernel.jshell;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import advsys.workbook.kernel.Language;
import advsys.workbook.kernel.Reply;
import advsys.workbook.kernel.jshell.CellRun.Interruption;
import advsys.workbook.kernel.jshell.fault.Fault;
import advsys.workbook.kernel.jshell.help.CompletenessCheck;
import advsys.workbook.kernel.jshell.magic.Magics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Java in cells, compiled by JShell and run in this JVM.
///
/// - **Guarantee** whatever a cell throws, prints, starts or exhausts, the next one runs; the exceptions are what
///   destroys the JVM itself. One notebook per JVM, because `System.out` is the JVM's.
/// - **Cost** starts in the background; a cell of `1 + 1` takes some milliseconds, all of it in the compiler.
public final class JavaLanguage implements Language {
    private static final int MOST_EARLY_INTERRUPTS = 64;

    private final CompilerThread compiler = new CompilerThread("advsys compiler");
    private final CompilerThread helper = new CompilerThread("advsys helper"); // answers while a cell runs
    private final FirstPicture firstPicture = new FirstPicture();
    private final CompletableFuture<Session> session = new CompletableFuture<>();
    private final Set<String> early = new LinkedHashSet<>(); // ids interrupted before they ran; guarded by this
    private @Nullable CellRun running; // guarded by this

    private JavaLanguage(FrontEnd frontEnd, boolean attended) {
        CommonPool.install();
        var _ = compiler.submit(
                () -> { // its end is told through `session`
                    try {
                        Session opened = new Session(frontEnd);
                        WarmUp.atOnce(opened);
                        session.complete(opened);
                        if (attended) {
                            WarmUp.whenIdle(opened, compiler);
                        }
                    } catch (RuntimeException | Error failed) {
                        session.completeExceptionally(failed);
                    }
                    return null;
                });
    }

    /// Starts a notebook that talks to `frontEnd`. Returns at once; the first request waits until it is ready.
    public static JavaLanguage start(FrontEnd frontEnd) {
        return new JavaLanguage(frontEnd, true);
    }

    /// The same where no reader is there, who would type: nothing is prepared for that.
    public static JavaLanguage startUnattended(FrontEnd frontEnd) {
        return new JavaLanguage(frontEnd, false);
    }

    /// Waits until the first cell can run.
    public void awaitReady() {
        session.join();
    }

    /// The session, once it is ready.
    Session session() {
        return session.join();
    }

    @Override
    public Reply run(Cell cell) {
        String name = cell.silent() ? "a silent cell" : "In[" + cell.number() + "]";
        return run(cell, cell.code(), name, !cell.silent(), _ -> {});
    }

    @Override
    public Reply evaluate(Cell cell, String expression) {
        return run(cell, expression, "the expression", true, _ -> {});
    }

    /// Evaluates `expression` and hands its value, shown to nobody, to `taker`; not when the reply is a failure.
    public Reply value(Cell cell, String expression, Consumer<@Nullable Object> taker) {
        return run(cell, expression, "the expression", false, taker);
    }

    private Reply run(Cell cell, String code, String name, boolean showing, Consumer<@Nullable Object> taker) {
        Session notebook = session.join();
        firstPicture.expect(code);
        CellRun run = notebook.open(cell);
        synchronized (this) {
            if (early.remove(cell.id())) {
                run.interrupt();
            }
            running = run;
        }
        try {
            return compiler.submit(
                            () -> interpret(notebook, run, notebook.source(name, code, cell.number()), showing, taker))
                    .join();
        } finally {
            synchronized (this) {
                running = null;
            }
        }
    }

    private static Reply interpret(
            Session session, CellRun run, Origin.Source source, boolean showing, Consumer<@Nullable Object> taker) {
        Interpreter interpreter = new Interpreter(
                session,
                source,
                (evaluation, code) -> run.call(session.engine().classes().loader(), code),
                showing);
        Interruption interruption = null;
        Fault fault = null;
        try {
            interpreter.run();
        } catch (Interruption stopped) {
            interruption = stopped;
        } catch (Interpreter.Failure failure) {
            fault = failure.fault();
        } catch (RuntimeException | Error failed) { // of the compiler: the reader's own go another way
            fault = session.faults().compiler(failed);
        }
        List<CellRun.Stuck> stuck = run.end();
        if (interruption == null && run.isInterrupted()) {
            interruption = new Interruption(null);
        }
        if (interruption != null) {
            if (interpreter.shown() != null) { // what there is of a result that was cut short
                session.frontEnd().display(run.cell(), interpreter.shown(), null);
            }
            fault = run.isExhausted()
                    ? session.faults().exhaustion(interruption, stuck)
                    : session.faults().interruption(interruption, stuck);
        }
        if (fault == null) {
            taker.accept(interpreter.value());
        }
        return fault == null
                ? new Reply.Done(Optional.ofNullable(interpreter.shown()), interpreter.payload())
                : fault.reply();
    }

    @Override
    public synchronized void interrupt(Cell cell) {
        if (running != null && running.cell().equals(cell)) {
            running.interrupt();
        } else {
            early.add(cell.id());
            if (early.size() > MOST_EARLY_INTERRUPTS) {
                early.remove(early.iterator().next());
            }
        }
    }

    @Override
    public Completion complete(String code, int cursor) {
        Completion magics = Magics.complete(code.substring(0, Math.clamp(cursor, 0, code.length())));
        if (magics != null) {
            return magics;
        }
        return ask(new Completion(cursor, cursor, List.of()), notebook -> {
            notebook.imports().provide(code);
            return notebook.engine().analyse(analysis -> notebook.completer().complete(code, cursor, analysis));
        });
    }

    @Override
    public Optional<Bundle> inspect(String code, int cursor, int detail) {
        return ask(Optional.empty(), notebook -> {
            notebook.imports().provide(code);
            return notebook.engine().analyse(analysis -> notebook.inspector().inspect(code, cursor, detail, analysis));
        });
    }

    @Override
    public Completeness isComplete(String code) {
        return ask(
                new Completeness("unknown", ""),
                notebook -> notebook.engine()
                        .analyse(analysis -> CompletenessCheck.of(code, Magics.names()::contains, analysis)));
    }

    /// The answer of the session, or `none` when source is too much for the compiler.
    private <T> T ask(T none, Function<Session, T> question) {
        try {
            Session notebook = session.join();
            return helper.submit(() -> question.apply(notebook)).join();
        } catch (CompletionException failed) { // of the compiler, or the session did not start
            return none;
        }
    }

    @Override
    public void close() {
        compiler.close();
        helper.close();
        if (session.isDone() && !session.isCompletedExceptionally()) {
            session.join().close();
        }
    }
}
