package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.CellRun.Interruption;
import advsys.workbook.kernel.jshell.CellRun.Stuck;
import advsys.workbook.kernel.jshell.fault.CompileErrors;
import advsys.workbook.kernel.jshell.fault.Fault;
import advsys.workbook.kernel.jshell.fault.Hints;
import advsys.workbook.kernel.jshell.fault.Problem;
import advsys.workbook.kernel.jshell.fault.SourceBook;
import advsys.workbook.kernel.jshell.fault.Traceback;
import advsys.workbook.kernel.jshell.magic.MagicException;
import advsys.workbook.kernel.jshell.source.Part;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.spi.SPIResolutionException;

/// Says what went wrong.
final class Faults {
    private static final List<String> IMPORTED =
            Stream.concat(StartUp.PACKAGES.stream(), Stream.of("java.lang")).toList();

    private final Session session;
    private final SourceBook book;
    private final Traceback traceback;

    Faults(Session session, SourceBook book) {
        this.session = session;
        this.book = book;
        this.traceback = new Traceback(book, new Adviser(session, book));
    }

    SourceBook book() {
        return book;
    }

    /// A snippet that the compiler did not take.
    Fault compilation(Evaluation evaluation) {
        List<Problem> problems = evaluation.errors().stream()
                .map(error -> problem(evaluation.origin(), error))
                .toList();
        return problems(evaluation.origin().source(), problems);
    }

    private static Problem problem(Origin origin, Diag diagnostic) {
        return new Problem(
                diagnostic.getCode(),
                diagnostic.getMessage(Locale.ROOT),
                origin.position(diagnostic.getStartPosition()),
                origin.position(diagnostic.getPosition()),
                origin.position(diagnostic.getEndPosition()));
    }

    Fault problems(Origin.Source source, List<Problem> problems) {
        List<Problem> sorted = problems.stream()
                .distinct()
                .filter(problem -> problems.size() == 1 || !problem.isEnd()) // it follows from the others
                .sorted(Comparator.comparingInt(Problem::position))
                .toList();
        Hints hints = new Hints(
                knownNames(),
                () -> session.classIndex().baseNames(IMPORTED),
                session.classIndex()::named,
                this::membersOf,
                name -> session.resets().of(name).map(Resets.Reset::sentence));
        return CompileErrors.fault(source.name(), source.text(), sorted, hints);
    }

    /// A magic that was not done.
    Fault magic(Origin.Source source, Part.Magic magic, Exception failed) {
        String message = failed instanceof MagicException ? String.valueOf(failed.getMessage()) : failed.toString();
        String place = "\u001b[34m" + source.name() + " line " + magic.line() + "\u001b[0m\n"
                + source.lines().line(magic.line());
        return new Fault("MagicError", message, List.of("\u001b[1;31mMagicError\u001b[0m: " + message, place));
    }

    /// Source that ends in a comment.
    Fault unfinished(Origin.Source source, int offset) {
        int end = source.text().length();
        return problems(
                source,
                List.of(new Problem(
                        "compiler.err.unclosed.comment", "the comment is not closed", offset, offset, end)));
    }

    private Set<String> membersOf(String type) {
        Set<String> names = new HashSet<>();
        session.knowledge().type(type).ifPresent(found -> {
            for (Method method : found.getMethods()) {
                names.add(method.getName());
            }
            for (Field field : found.getFields()) {
                names.add(field.getName());
            }
        });
        return names;
    }

    private Set<String> knownNames() {
        Set<String> names = new HashSet<>(DefaultImports.STATICS);
        session.engine().ask(shell -> {
            Stream.concat(shell.variables(), Stream.concat(shell.methods(), shell.types()))
                    .map(PersistentSnippet::name)
                    .filter(name -> !name.startsWith("$"))
                    .forEach(names::add);
            shell.imports().map(PersistentSnippet::name).forEach(names::add);
            return names;
        });
        return names;
    }

    /// What a cell threw.
    Fault exception(Throwable thrown) {
        return traceback.fault(readable(thrown));
    }

    String uncaught(Thread thread, Throwable thrown) {
        return traceback.ofThread(thread, readable(thrown));
    }

    /// JShell has code throw an exception with a number where it comes to something undeclared: says what that is.
    private Throwable readable(Throwable thrown) {
        if (!(thrown instanceof SPIResolutionException unresolved)) {
            return thrown;
        }
        String message = session.engine()
                .ask(shell -> shell.snippets()
                        .filter(snippet -> snippet.id().equals(String.valueOf(unresolved.id())))
                        .filter(DeclarationSnippet.class::isInstance)
                        .map(DeclarationSnippet.class::cast)
                        .findFirst()
                        .map(snippet -> snippet.name() + " cannot run yet: it uses "
                                + String.join(
                                        ", ",
                                        shell.unresolvedDependencies(snippet).toList())
                                + ", which no cell has declared")
                        .orElse("something here is not declared"));
        return new UnresolvedReferenceException(message, thrown.getStackTrace());
    }

    /// A cell that was interrupted.
    Fault interruption(Interruption interruption, List<Stuck> stuck) {
        return stopped("Interrupted", "the cell was interrupted", "", interruption, stuck);
    }

    /// A cell that was stopped because it filled the heap.
    Fault exhaustion(Interruption interruption, List<Stuck> stuck) {
        String value = "the cell was stopped: what it keeps fills the heap, and collecting garbage takes all the time";
        return stopped("OutOfMemoryError", value, Adviser.HEAP, interruption, stuck);
    }

    private Fault stopped(String name, String value, String hint, Interruption interruption, List<Stuck> stuck) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("\u001b[1;31m" + name + "\u001b[0m" + (hint.isEmpty() ? "" : ": " + value));
        Throwable thrown = interruption.thrown();
        if (thrown != null) {
            paragraphs.add(
                    String.join("", traceback.stack(thrown.getStackTrace())).stripTrailing());
        }
        for (Stuck thread : stuck) {
            paragraphs.add(
                    "\u001b[1mThread " + thread.thread().getName() + " could not be stopped and was given up.\u001b[0m "
                            + "It stands here, with the locks it holds; what it prints still goes to this cell. To be rid of it, "
                            + "restart the kernel.");
            paragraphs.add(String.join("", traceback.stack(thread.stack())).stripTrailing());
        }
        if (!hint.isEmpty()) {
            paragraphs.add("\u001b[35mHint: \u001b[0m" + hint);
        }
        String whole = stuck.isEmpty()
                ? value
                : value + "; " + stuck.size() + " of its threads could not be stopped and "
                        + (stuck.size() == 1 ? "was" : "were") + " given up";
        return new Fault(name, whole, List.copyOf(paragraphs));
    }

    /// The compiler itself failed, by an error of its own or on source that is too much for it.
    Fault compiler(Throwable failed) {
        String why = failed instanceof StackOverflowError
                ? "the source is nested too deeply for the compiler: cut the expression or the blocks into pieces"
                : failed instanceof OutOfMemoryError
                        ? "the compiler ran out of memory on this source"
                        : "the compiler failed on this source: " + failed;
        return new Fault("CompilationError", why, List.of("\u001b[1;31mCompilationError\u001b[0m: " + why));
    }
}
