package advsys.workbook.notebook;

import advsys.workbook.kernel.jshell.StartUp;
import advsys.workbook.kernel.jshell.source.CanonicalConstructor;
import advsys.workbook.notebook.Finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Compiles the cells of notebooks as the kernel does, in order and in one session each, and runs none of them: a name
/// that the library no longer has breaks the build, not the lesson.
///
/// - **Guarantee** a cell without a finding compiles in the kernel after the cells before it.
/// - **Cost** about a second for the first cell, then some 20 ms for each statement.
/// - **Errors** are findings of the rule `compile`, with javac's message and the line in the cell.
public final class CellCompiler {
    private final String classPath;
    private final List<String> startUp;

    /// @param classPath where the library and what it needs are found
    /// @param startUp the snippets that the kernel evaluates before the first cell
    public CellCompiler(String classPath, List<String> startUp) {
        this.classPath = classPath;
        this.startUp = List.copyOf(startUp);
    }

    /// A compiler against the class path of this JVM, with the kernel's own start-up.
    public static CellCompiler ofThisLibrary() {
        return new CellCompiler(System.getProperty("java.class.path"), StartUp.snippets());
    }

    /// What does not compile in `notebook`.
    ///
    /// @throws IllegalStateException if a start-up snippet does not compile
    public List<Finding> compile(Notebook notebook) {
        try (JShell shell = JShell.builder()
                .executionEngine(new IdleEngine(), null)
                .compilerOptions("--class-path", classPath)
                .build()) {
            for (String snippet : startUp) {
                List<Finding> bad = new Session(shell, notebook.file(), "start-up").evaluate(snippet);
                if (!bad.isEmpty()) {
                    throw new IllegalStateException("a start-up snippet does not compile: " + bad.getFirst());
                }
            }
            List<Finding> findings = new ArrayList<>();
            for (NotebookCell cell : notebook.code()) {
                List<Finding> found =
                        new Session(shell, notebook.file(), cell.id()).evaluate(withoutMagics(cell.source()));
                if (!cell.mayFail()) {
                    findings.addAll(found);
                }
            }
            return findings;
        }
    }

    /// Magics are the kernel's: their lines are blanked, so that the numbers of the others stay.
    private static String withoutMagics(String source) {
        return source.replaceAll("(?m)^%.*$", "");
    }

    /// The cells of one notebook, fed to one JShell.
    private record Session(JShell shell, Path file, String cell) {

        List<Finding> evaluate(String source) {
            List<Finding> findings = new ArrayList<>();
            List<Snippet> snippets = new ArrayList<>();
            String rest = source;
            while (!rest.isBlank()) {
                int before = source.length() - rest.length();
                CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                boolean whole = next.completeness() != SourceCodeAnalysis.Completeness.UNKNOWN
                        && !next.completeness().name().endsWith("INCOMPLETE");
                String snippet = whole ? next.source() : rest; // what is broken goes to javac, which says why
                String compiled = CanonicalConstructor.open(snippet).text(); // as the kernel does; lines stay
                for (SnippetEvent event : shell.eval(compiled)) {
                    if (event.causeSnippet() == null) {
                        snippets.add(event.snippet());
                    }
                    if (event.status() == Snippet.Status.REJECTED) {
                        int start = before + Math.max(0, rest.indexOf(snippet));
                        shell.diagnostics(event.snippet())
                                .filter(Diag::isError)
                                .findFirst() // javac's second is as a rule a consequence of its first
                                .ifPresent(error -> findings.add(finding(source, start, error)));
                        return findings; // what follows would only repeat it
                    }
                }
                rest = whole ? next.remaining() : "";
            }
            for (Snippet snippet : snippets) {
                if (snippet instanceof DeclarationSnippet declaration
                        && shell.status(snippet).isActive()) {
                    shell.unresolvedDependencies(declaration)
                            .forEach(name -> findings.add(finding("nothing is known of " + name)));
                }
            }
            return findings;
        }

        private Finding finding(String source, int start, Diag error) {
            int at = Math.min(source.length(), start + (int) Math.max(0, error.getPosition()));
            long line = source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
            String message = error.getMessage(Locale.ROOT).strip().replaceAll("\\s*\n\\s*", " · ");
            return finding("line " + line + ": " + message);
        }

        private Finding finding(String what) {
            return new Finding(
                    file,
                    cell,
                    "compile",
                    Severity.ERROR,
                    what,
                    "correct the cell, or give the library what it asks for");
        }
    }
}
