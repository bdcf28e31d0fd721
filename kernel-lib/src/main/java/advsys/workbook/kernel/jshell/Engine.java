package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.load.ClassTable;
import advsys.workbook.kernel.jshell.load.LineTable;
import advsys.workbook.kernel.jshell.load.Wrapper;
import advsys.workbook.kernel.jshell.source.CanonicalConstructor;
import advsys.workbook.kernel.jshell.source.Splitter;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/// JShell, the classes it makes, and the one lock around all compiling, since JShell is not thread-safe. The lock is
/// free while the reader's code runs.
final class Engine implements AutoCloseable {
    /// The variable that holds the value of plain expressions. JShell would make a variable for each, and every later
    /// snippet would import them all.
    static final String RESULT = "$result";

    private static final String RESULT_DECLARATION = "java.lang.Object " + RESULT + " = ";

    private final ReentrantLock compiling = new ReentrantLock();
    private final ClassTable classes = new ClassTable();
    private final Control control = new Control(classes, compiling, this::tellLines);
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final IdentityHashMap<Snippet, Origin> origins = new IdentityHashMap<>(); // guarded by compiling
    private final Map<String, String> typeSources = new ConcurrentHashMap<>(); // by wrapper

    Engine() {
        shell = JShell.builder()
                .executionEngine(new Provider(control), null)
                .compilerOptions(options().toArray(String[]::new))
                .fileManager(QuietFileManager::new)
                .build();
        analysis = shell.sourceCodeAnalysis();
    }

    /// Names of local variables, for the JVM's messages about null. Where this library is a named module, the JVM
    /// has only the modules that it requires; the compiler need not read the others, which would take a while.
    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of("-g"));
        if (Engine.class.getModule().isNamed()) {
            ModuleFinder system = ModuleFinder.ofSystem();
            options.add("--limit-modules");
            options.add(ModuleLayer.boot().modules().stream()
                    .map(Module::getName)
                    .filter(name -> system.find(name).isPresent())
                    .sorted()
                    .collect(Collectors.joining(",")));
        }
        return options;
    }

    /// Writes down from now on what is loaded and run.
    void record(Recording recording) {
        control.record(recording);
    }

    /// The wrapper of the variable `name`.
    Optional<String> wrapperOf(String name) {
        return ask(jshell -> jshell.variables()
                .filter(variable -> variable.name().equals(name))
                .filter(variable -> jshell.status(variable).isActive())
                .map(variable -> analysis.wrapper(variable).fullClassName())
                .findFirst());
    }

    ClassTable classes() {
        return classes;
    }

    /// Asks JShell, with the lock held.
    <T> T ask(Function<JShell, T> question) {
        compiling.lock();
        try {
            return question.apply(shell);
        } finally {
            compiling.unlock();
        }
    }

    /// Asks about source, with the lock held.
    <T> T analyse(Function<SourceCodeAnalysis, T> question) {
        return ask(_ -> question.apply(analysis));
    }

    /// The snippets of `code`.
    List<Splitter.Piece> split(String code) {
        return analyse(analyser -> Splitter.split(code, analyser::analyzeCompletion));
    }

    /// Compiles `snippet`, which stands at `offset` of `source`, and runs it by `executor`.
    Evaluation evaluate(String snippet, Origin.Source source, int offset, Evaluation.Executor executor) {
        CanonicalConstructor opened = CanonicalConstructor.open(snippet);
        Origin origin = new Origin(source, offset, 0, opened.inserted());
        return evaluate(opened.text(), new Evaluation(origin, executor));
    }

    /// The same for an expression that certainly has a value, which makes it quicker.
    Evaluation evaluateExpression(String snippet, Origin.Source source, int offset, Evaluation.Executor executor) {
        Origin origin = new Origin(source, offset, RESULT_DECLARATION.length());
        String end =
                snippet.stripTrailing().endsWith(";") ? "" : "\n;"; // on a line of its own: a comment may come before
        return evaluate(RESULT_DECLARATION + snippet + end, new Evaluation(origin, executor));
    }

    private Evaluation evaluate(String compiled, Evaluation evaluation) {
        compiling.lock();
        Evaluation before = control.enter(evaluation);
        try {
            List<SnippetEvent> events = shell.eval(compiled);
            evaluation.events(events);
            for (SnippetEvent event : events) {
                if (event.causeSnippet() == null) {
                    origins.put(event.snippet(), evaluation.origin());
                    evaluation.compiled(event.snippet());
                    markReplaceable(event.snippet());
                }
            }
            takeErrors(evaluation);
            tellLines(evaluation);
            forgetTemporary(events);
            return evaluation;
        } finally {
            control.enter(before);
            compiling.unlock();
        }
    }

    /// Finds out why the compiler did not take a snippet. What it refuses only when it makes the class file, a constant
    /// that is too long or a method that is too large, stays in the compiler and spoils every later snippet: then a
    /// fresh one is made.
    private void takeErrors(Evaluation evaluation) {
        List<Diag> errors = new ArrayList<>();
        for (SnippetEvent event : evaluation.events()) {
            boolean tooLarge = event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED;
            if (event.causeSnippet() == null && (tooLarge || event.status() == Snippet.Status.REJECTED)) {
                List<Diag> found =
                        shell.diagnostics(event.snippet()).filter(Diag::isError).toList();
                errors.addAll(found);
                if (tooLarge && !found.isEmpty()) {
                    shell.drop(event.snippet());
                    shell.addToClasspath(System.getProperty("java.home")); // nothing new, but a reason to begin anew
                }
            }
        }
        evaluation.errors(errors);
    }

    /// Evaluates what is not the reader's: an import.
    boolean declare(String declaration) {
        Origin.Source source = new Origin.Source("start-up", declaration, 0);
        Evaluation evaluation = evaluate(declaration, source, 0, (_, code) -> code.call());
        return evaluation.events().stream().allMatch(event -> event.status() == Snippet.Status.VALID);
    }

    /// The declaration around `type`, when a cell declares it.
    Optional<String> source(Class<?> type) {
        return Optional.ofNullable(Wrapper.of(type.getName())).map(typeSources::get);
    }

    /// Where a snippet of the reader's stands, or null.
    @Nullable
    Origin origin(@Nullable Snippet snippet) {
        return ask(_ -> origins.get(snippet));
    }

    /// Tells the classes that were compiled last which lines they come from, and the evaluation what is about to run.
    private void tellLines(Evaluation evaluation) {
        Set<String> wanted = classes.withoutLines();
        Map<String, LineTable> tables = new HashMap<>();
        for (Snippet snippet : shell.snippets().toList()) {
            if (snippet.kind() == Snippet.Kind.IMPORT || !shell.status(snippet).isDefined()) {
                continue;
            }
            SnippetWrapper wrapper = analysis.wrapper(snippet);
            String name = wrapper.fullClassName();
            if (name.equals(evaluation.wrapper())) {
                evaluation.compiled(snippet);
            }
            if (wanted.contains(name)) {
                Origin origin = origins.getOrDefault(snippet, evaluation.origin());
                if (snippet.kind() == Snippet.Kind.TYPE_DECL) {
                    typeSources.put(name, origin.written(snippet.source()));
                }
                origin.addLines(
                        wrapper,
                        tables.computeIfAbsent(
                                name, n -> new LineTable(origin.source().name())));
            }
        }
        classes.tellLines(tables);
    }

    private void markReplaceable(Snippet snippet) {
        if (isResult(snippet)) {
            control.replaceable(analysis.wrapper(snippet).fullClassName());
        }
    }

    /// Lets go of the classes around what no later snippet can name: statements, and the values of expressions. Or a
    /// cell that is run again would keep what its earlier runs used.
    private void forgetTemporary(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.status() != Snippet.Status.VALID || !isTemporary(snippet)) {
                continue;
            }
            String wrapper = analysis.wrapper(snippet).fullClassName();
            if (isResult(snippet)) {
                classes.clear(wrapper, RESULT); // the class stays: JShell uses it for the next value of the same source
                continue;
            }
            if (snippet.kind() == Snippet.Kind.VAR) {
                shell.drop(snippet);
            }
            classes.forget(wrapper);
            control.forgotten(wrapper);
        }
    }

    private static boolean isTemporary(Snippet snippet) {
        return switch (snippet.kind()) {
            case STATEMENT, EXPRESSION -> true;
            case VAR -> snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND || isResult(snippet);
            default -> false;
        };
    }

    private static boolean isResult(Snippet snippet) {
        return snippet instanceof VarSnippet variable && variable.name().equals(RESULT);
    }

    /// Adds a jar or a folder to the class path.
    void addToClassPath(Path path) {
        ask(jshell -> {
            jshell.addToClasspath(path.toString());
            return path;
        });
    }

    @Override
    public void close() {
        ask(jshell -> {
            jshell.close();
            return jshell;
        });
    }

    private record Provider(Control control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "advsys";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return control;
        }
    }
}
