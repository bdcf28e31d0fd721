package advsys.workbook.grading;

import advsys.workbook.kernel.jshell.StartUp;
import advsys.workbook.kernel.jshell.source.CanonicalConstructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Cells, compiled as the kernel compiles them: class files and calls, in order. Nothing of them has run.
///
/// - **Guarantee** what compiles in a notebook compiles here. No annotation processor runs.
/// - **Cost** half a second for the first, then some 20 ms for each statement.
/// - **Errors** are problems, with javac's message. Source that is made to hurt the compiler can hurt this JVM:
///   it is to be compiled where that does not matter.
///
/// @param steps what to do, in order
/// @param types the binary names of the classes that cells declare, by their own
/// @param problem why a cell was not accepted; "" when all were
record Program(List<Step> steps, Map<String, String> types, String problem) {
    private static final Pattern TYPE = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$([^$]+)");
    private static final int LARGEST = 200_000; // characters of a cell

    /// One thing to do.
    sealed interface Step {
        /// Define a class.
        @SuppressWarnings("ArrayRecordComponent") // a class file; nobody compares two
        record Define(String name, byte[] code) implements Step {}

        /// Call a static method without arguments.
        record Call(String type, String method) implements Step {}
    }

    Program {
        steps = List.copyOf(steps);
        types = Map.copyOf(types);
    }

    /// Compiles `cells` against `classPath`.
    static Program compile(List<String> cells, String classPath) {
        RecordedSteps recorded = new RecordedSteps();
        String problem = "";
        try (JShell shell = JShell.builder()
                .executionEngine(recorded, null)
                .compilerOptions("--class-path", classPath, "-proc:none")
                .build()) {
            for (String snippet : StartUp.snippets(cells)) {
                shell.eval(snippet);
            }
            List<DeclarationSnippet> declared = new ArrayList<>();
            for (String cell : cells) {
                problem = problem.isEmpty() ? evaluate(shell, cell, declared) : problem;
            }
            problem = problem.isEmpty() ? unresolved(shell, declared) : problem;
        } catch (StackOverflowError | IllegalStateException tooMuch) {
            problem = "the compiler gave up: " + tooMuch.getClass().getSimpleName();
        }
        Map<String, String> types = new LinkedHashMap<>();
        for (Step step : recorded.steps()) {
            if (step instanceof Step.Define(String name, byte[] _)) {
                Matcher type = TYPE.matcher(name);
                if (type.matches()) {
                    types.put(type.group(1), name); // the last one counts, as in a notebook
                }
            }
        }
        return new Program(recorded.steps(), types, problem);
    }

    /// Feeds a cell to the shell; says what was wrong with it, or "".
    private static String evaluate(JShell shell, String cell, List<DeclarationSnippet> declared) {
        if (cell.length() > LARGEST) {
            return "a cell of " + cell.length() + " characters is not read: an exercise needs a few hundred";
        }
        String rest = withoutMagics(cell);
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = next.completeness() != SourceCodeAnalysis.Completeness.UNKNOWN
                    && next.completeness() != SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE;
            String snippet = whole ? next.source() : rest; // what is broken goes to javac, which says why
            for (SnippetEvent event :
                    shell.eval(CanonicalConstructor.open(snippet).text())) {
                if (event.causeSnippet() != null) {
                    continue;
                }
                if (event.status() == Snippet.Status.REJECTED) {
                    return error(shell.diagnostics(event.snippet()));
                }
                if (event.snippet() instanceof DeclarationSnippet declaration) {
                    declared.add(declaration);
                }
            }
            rest = whole ? next.remaining() : "";
        }
        return "";
    }

    /// Magics are the kernel's, and none is of use here.
    private static String withoutMagics(String cell) {
        return cell.replaceAll("(?m)^%.*$", "");
    }

    private static String error(Stream<Diag> found) {
        Optional<Diag> first = found.filter(Diag::isError).findFirst(); // the second follows from the first
        return first.map(error -> error.getMessage(Locale.ROOT).strip().replaceAll("\\s*\\n\\s*", " · "))
                .orElse("javac refuses it");
    }

    private static String unresolved(JShell shell, List<DeclarationSnippet> declared) {
        return declared.stream()
                .filter(each -> shell.status(each) == Snippet.Status.RECOVERABLE_DEFINED
                        || shell.status(each) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                .map(each -> Stream.concat(
                                shell.unresolvedDependencies(each).map(name -> "nothing is known of " + name),
                                shell.diagnostics(each)
                                        .map(error -> error.getMessage(Locale.ROOT)
                                                .strip()
                                                .replaceAll("\\s*\\n\\s*", " · ")))
                        .findFirst()
                        .orElse("it is not whole: "
                                + each.source().lines().findFirst().orElse("")))
                .findFirst()
                .orElse("");
    }
}
