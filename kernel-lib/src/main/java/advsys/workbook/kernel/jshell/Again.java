package advsys.workbook.kernel.jshell;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import advsys.workbook.kernel.Reply;
import advsys.workbook.kernel.jshell.source.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A notebook that is run again and again with other values, for simulated experiments of which one takes less time
/// than compiling it.
///
/// **How.** The first run goes through JShell, as in a kernel, and what is loaded and run is [written
/// down][Recording]. Every later one loads the same class files anew and runs the same snippets in the same order,
/// without the compiler; instead of the assignments of the parameters, their variables are set. Classes that have no
/// static state are not loaded again and again: then the cells' variables are reset, and that is all there was.
///
/// - **Guarantee** no run sees another's variables or static fields of the notebook's classes. What the library and the
///   JDK themselves keep (caches, compiled code) stays. A run that leaves threads at work says so: then this JVM is to
///   be left.
/// - **Cost** of a later run a tenth of a millisecond, some milliseconds where classes must be loaded anew.
/// - **Errors** a run that throws, or one that cannot be repeated (cells with magics or `eval`), goes through JShell
///   in a session that was reset: same isolation, and errors as a reader sees them.
public final class Again implements AutoCloseable {
    private final JavaLanguage language;
    private List<Cell> cells = List.of();
    private int parameters = -1;
    private @Nullable Recording recording;
    private final Map<String, String> wrappers = new LinkedHashMap<>(); // by variable
    private @Nullable Repetition loaded; // kept while its classes keep nothing
    private boolean used;

    /// Starts a compiler in the background.
    public Again(FrontEnd frontEnd) {
        this.language = JavaLanguage.startUnattended(frontEnd);
    }

    /// Says what is to be run.
    ///
    /// @param cells the code cells, in order
    /// @param parameters the number of the cell that sets the parameters; -1 when none does
    public void notebook(List<Cell> cells, int parameters) {
        this.cells = List.copyOf(cells);
        this.parameters = parameters;
        this.recording = null;
        this.loaded = null;
    }

    /// A thread from which [#run] repeats a notebook without another one: where all cores are busy, what is handed over
    /// to a thread waits for its turn, there and back.
    public Thread thread(Runnable work) {
        return language.session().thread("points", work);
    }

    /// Hears how cells ended.
    @FunctionalInterface
    public interface Listener {
        /// A cell has ended; true is to go on with the next one.
        boolean ended(int cell, Reply reply);
    }

    /// Runs all cells, until one fails that the listener does not pass.
    ///
    /// @param source the source of the cell of parameters
    /// @param values what it sets, as numbers, truth values, texts and lists
    /// @param restart is called before cells run a second time because a try failed: forget what they showed
    /// @return true when no thread of the cells is still at work
    public boolean run(String source, Map<String, Object> values, Runnable restart, Listener listener) {
        Session session = language.session();
        Cell first = cell(0, "");
        CellRun probe = session.open(first);
        boolean repeated =
                recording != null && recording.isRepeatable() && repeat(session, probe, recording, values, listener);
        if (!repeated) {
            if (recording != null) {
                restart.run();
            }
            begin(probe, session);
            compiled(session, source, values, listener);
        }
        return !probe.isWorking();
    }

    /// From now on `probe` knows which threads are new.
    private static void begin(CellRun probe, Session session) {
        try {
            probe.call(session.engine().classes().loader(), () -> "");
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Cell cell(int index, String source) {
        Cell cell = cells.isEmpty() ? new Cell("none", 1, "", false, false, false, "") : cells.get(index);
        return index == parameters
                ? new Cell(cell.id(), cell.number(), source, false, false, false, cell.notebookId())
                : cell;
    }

    private void compiled(Session session, String source, Map<String, Object> values, Listener listener) {
        if (used) {
            session.reset();
        }
        used = true;
        loaded = null;
        Recording written = Recording.begin();
        session.engine().record(written);
        wrappers.clear();
        boolean goesOn = true;
        boolean whole = true;
        for (int i = 0; i < cells.size() && goesOn; i++) {
            written.nextCell();
            Reply reply = language.run(cell(i, source));
            if (i == parameters) {
                for (String name : values.keySet()) {
                    session.engine().wrapperOf(name).ifPresent(wrapper -> wrappers.put(name, wrapper));
                }
            }
            whole &= reply instanceof Reply.Done;
            goesOn = listener.ended(i, reply);
        }
        session.engine().record(Recording.NONE);
        boolean plain = cells.stream()
                .allMatch(cell -> Part.of(cell.code(), name -> true).stream().allMatch(Part.Code.class::isInstance));
        recording = whole && plain && wrappers.keySet().equals(values.keySet()) ? written : null;
    }

    /// True when every cell ran to its end.
    private boolean repeat(
            Session session, CellRun probe, Recording written, Map<String, Object> values, Listener listener) {
        List<Reply> replies = new ArrayList<>();
        try {
            Repetition repetition = loaded(written);
            Callable<String> all = () -> {
                for (int i = 0; i < cells.size(); i++) {
                    replies.add(repeat(session, repetition, i, values));
                }
                return "";
            };
            if (session.owns(Thread.currentThread())) {
                probe.callHere(repetition.loader(), all);
            } else {
                probe.call(repetition.loader(), all);
            }
        } catch (Throwable thrown) { // once more, with a compiler that knows the reader's lines
            loaded = null;
            return false;
        }
        for (int i = 0; i < replies.size(); i++) {
            listener.ended(i, replies.get(i));
        }
        return true;
    }

    private Repetition loaded(Recording written) throws ReflectiveOperationException {
        if (loaded != null) {
            loaded.reset();
            return loaded;
        }
        Repetition fresh = new Repetition(written, parameters, wrappers);
        loaded = written.keepsSomething() ? null : fresh;
        return fresh;
    }

    /// Runs a cell in the current thread.
    private Reply repeat(Session session, Repetition repetition, int index, Map<String, Object> values)
            throws Exception {
        CellRun run = session.open(cells.get(index));
        List<Bundle> shown = new ArrayList<>();
        run.scope().call(() -> {
            for (Repetition.Step step : repetition.steps(index)) {
                Thread.interrupted(); // an interrupt of the step before is not for this one
                Object result = step.call();
                if (step.shows()) {
                    Optional.ofNullable(session.shown(result)).ifPresent(shown::add);
                } else {
                    session.announce(result);
                }
            }
            return "";
        });
        if (index == parameters) {
            for (Map.Entry<String, Object> value : values.entrySet()) {
                repetition.set(value.getKey(), value.getValue());
            }
        }
        return new Reply.Done(shown.stream().findFirst(), List.of());
    }

    @Override
    public void close() {
        language.close();
    }
}
