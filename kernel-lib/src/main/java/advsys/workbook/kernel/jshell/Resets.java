package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.load.Wrapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/// Remembers which variables JShell reset.
///
/// When a variable or a class is declared again, JShell compiles anew what depends on it; a `var` made of it is null
/// (or 0) until its own cell is run again. A variable that is declared with its type keeps its value, which may be an
/// object of the old class.
final class Resets {
    private final Variables variables;
    private final Map<String, Reset> resets = new LinkedHashMap<>();
    private final List<String> news = new ArrayList<>();

    /// A variable that lost its value.
    ///
    /// @param variable its name
    /// @param cause the name of what was declared again
    /// @param cell the cell that declares the variable
    record Reset(String variable, String cause, int cell) {
        String sentence() {
            return variable + " was reset because " + cause + " was declared again: run cell " + cell;
        }
    }

    Resets(Variables variables) {
        this.variables = variables;
    }

    /// Takes in what an evaluation did.
    synchronized void take(Evaluation evaluation) {
        List<SnippetEvent> events = evaluation.events();
        String cause = events.stream()
                .filter(event -> event.causeSnippet() == null)
                .map(SnippetEvent::snippet)
                .filter(PersistentSnippet.class::isInstance)
                .map(snippet -> ((PersistentSnippet) snippet).name())
                .collect(Collectors.joining(", "));
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof VarSnippet variable
                    && !variable.name().startsWith("$")) {
                if (event.causeSnippet() == null) {
                    resets.remove(variable.name());
                } else if (event.previousStatus() == Snippet.Status.VALID && event.isSignatureChange()) {
                    add(new Reset(variable.name(), cause, variables.cell(variable)));
                }
            }
        }
        events.stream()
                .filter(event -> event.causeSnippet() == null && event.previousStatus() == Snippet.Status.VALID)
                .forEach(event -> tellOldObjects(event.snippet()));
    }

    private void add(Reset reset) {
        resets.put(reset.variable(), reset);
        news.add(reset.sentence());
    }

    /// Variables that still hold what an old version of `redeclared` made.
    private void tellOldObjects(Snippet redeclared) {
        if (redeclared instanceof PersistentSnippet type && redeclared.kind() == Snippet.Kind.TYPE_DECL) {
            for (Variables.Variable variable : variables.all()) {
                Set<String> old = variables.outdatedNeighbours(variable);
                boolean ofOld =
                        old.stream().anyMatch(name -> Wrapper.snippets(name).contains(redeclared.id()));
                if (ofOld && variables.value(variable) != null) {
                    news.add(variable.name() + " was made with the old " + type.name() + ": run cell "
                            + variable.cell());
                }
            }
        }
    }

    /// What there is to tell below the running cell; once.
    synchronized Optional<String> news() {
        if (news.isEmpty()) {
            return Optional.empty();
        }
        String text = String.join("\n", news);
        news.clear();
        return Optional.of(text);
    }

    /// The reset of `variable`, while it has not got a value since.
    synchronized Optional<Reset> of(String variable) {
        Reset reset = resets.get(variable);
        if (reset != null && variables.hasValue(variable)) {
            resets.remove(variable);
            return Optional.empty();
        }
        return Optional.ofNullable(reset);
    }

    /// The resets of the variables that `source` mentions.
    synchronized List<Reset> mentionedIn(String source) {
        return List.copyOf(resets.keySet()).stream()
                .filter(name -> Names.mentions(source, name))
                .flatMap(name -> of(name).stream())
                .toList();
    }
}
