package advsys.workbook.kernel.jshell;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// The variables of the cells, and what they hold.
final class Variables {
    private final Engine engine;

    Variables(Engine engine) {
        this.engine = engine;
    }

    /// A variable.
    ///
    /// @param wrapper the class whose static field it is
    /// @param cell the cell that declares it
    record Variable(String name, String type, String wrapper, int cell) {}

    /// Every variable, in the order of declaration; those of the kernel left out.
    List<Variable> all() {
        return engine.ask(shell -> engine.analyse(analysis -> shell.variables()
                .filter(variable -> shell.status(variable) == Snippet.Status.VALID)
                .filter(variable -> !variable.name().startsWith("$"))
                .map(variable -> of(variable, analysis))
                .toList()));
    }

    Optional<Variable> named(String name) {
        return all().stream().filter(variable -> variable.name().equals(name)).findFirst();
    }

    private Variable of(VarSnippet snippet, SourceCodeAnalysis analysis) {
        String wrapper = analysis.wrapper(snippet).fullClassName();
        return new Variable(snippet.name(), snippet.typeName(), wrapper, cell(snippet));
    }

    /// The number of the cell that declares `snippet`.
    int cell(Snippet snippet) {
        Origin origin = engine.origin(snippet);
        return origin == null ? 0 : origin.source().cell();
    }

    /// What it holds now.
    @Nullable
    Object value(Variable variable) {
        try {
            Field field = engine.classes().find(variable.wrapper()).getField(variable.name());
            return field.get(null);
        } catch (ReflectiveOperationException | LinkageError notThere) {
            return null;
        }
    }

    /// True when the variable holds something other than null, 0 or false.
    boolean hasValue(String name) {
        return named(name).map(this::value).map(Variables::isSomething).orElse(false);
    }

    private static boolean isSomething(Object value) {
        return switch (value) {
            case Number number -> number.doubleValue() != 0;
            case Boolean truth -> truth;
            case Character character -> character != 0;
            default -> true;
        };
    }

    /// Classes that the variable's initializer was compiled with and that have newer versions now.
    Set<String> outdatedNeighbours(Variable variable) {
        return engine.classes().outdatedNeighbours(variable.wrapper());
    }
}
