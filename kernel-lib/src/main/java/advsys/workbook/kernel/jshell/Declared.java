package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.Interpreter.Failure;
import advsys.workbook.kernel.jshell.fault.Problem;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/// What one cell declared, and what that did to earlier cells.
final class Declared {
    private final List<Evaluation> evaluations = new ArrayList<>();

    void add(Evaluation evaluation) {
        evaluations.add(evaluation);
    }

    /// Tells below the cell which variables it reset.
    void tell(Session session) {
        evaluations.forEach(session.resets()::take);
        session.resets().news().ifPresent(session::note);
    }

    /// Tells below a cell that ended well which variables it used although they had been reset: null and 0 are silent.
    void tellWhatIsUsed(Session session, Origin.Source source) {
        session.resets().mentionedIn(source.text()).forEach(reset -> session.note(reset.sentence()));
    }

    /// Fails when something the cell declared mentions what nobody has declared. It stays declared: a later cell may
    /// bring what is missing.
    void requireResolved(Session session, Origin.Source source) throws Failure {
        List<Problem> problems = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            for (SnippetEvent event : evaluation.events()) {
                if (event.causeSnippet() == null && event.snippet() instanceof DeclarationSnippet snippet) {
                    problems.addAll(unresolved(session.engine(), evaluation.origin(), snippet));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new Failure(session.faults().problems(source, problems));
        }
    }

    private static List<Problem> unresolved(Engine engine, Origin origin, DeclarationSnippet snippet) {
        return engine.ask(shell -> {
            Snippet.Status status = shell.status(snippet);
            if (status != Snippet.Status.RECOVERABLE_DEFINED && status != Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                return List.of();
            }
            return shell.unresolvedDependencies(snippet)
                    .map(missing -> problem(origin, snippet.source(), missing))
                    .toList();
        });
    }

    /// @param missing what JShell calls it: `class Node`, `method push(int)`
    private static Problem problem(Origin origin, String snippet, String missing) {
        String name = missing.replaceAll("^\\w+ ", "").replaceAll("[(<].*", "");
        int found = Names.find(snippet, name);
        int start = origin.position(found);
        return new Problem(Problem.UNRESOLVED, missing, start, start, start + name.length());
    }
}
