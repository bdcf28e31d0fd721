package advsys.workbook.grading;

import advsys.lab.Check;
import advsys.lab.Law;
import advsys.workbook.kernel.jshell.source.SnippetKind;
import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/// An instructor's notebook, ready for marking: its questions, and what each check cell asks.
///
/// - **Guarantee** the laws are those that the check cell itself would ask: the cell is run, with the instructor's
///   solution, and notes them in place of asking.
/// - **Cost** about a second; to be made once for many submissions.
///
/// @param declarations by cell id: what a program needs of a code cell that is not the student's
record Master(Notebook notebook, String version, List<Question> questions, Map<String, String> declarations) {
    Master {
        questions = List.copyOf(questions);
        declarations = Map.copyOf(declarations);
    }

    /// Its file's name.
    String name() {
        return notebook.file().getFileName().toString();
    }

    /// Reads what `notebook` asks.
    ///
    /// @throws IOException if a cell's metadata or a check is not as it should be; names file, cell, reason and
    ///     remedy
    static Master of(Notebook notebook) throws IOException {
        Map<String, String> declarations = declarations(notebook);
        List<Question> questions = new ArrayList<>();
        List<String> program = new ArrayList<>();
        List<String> solutions = new ArrayList<>();
        for (NotebookCell cell : notebook.cells()) {
            Optional<GradeCell> grade = GradeCell.of(notebook.file(), cell);
            if (grade.isPresent() && grade.get().isWritten()) {
                questions.add(new Question(
                        grade.get().id(), cell.id(), grade.get().points(), List.of(cell.id()), List.of(), List.of()));
            } else if (grade.isPresent() && grade.get().grade()) {
                List<Question.Asked> asked = noted(notebook, program, declarations, cell);
                questions.add(new Question(
                        grade.get().id(), cell.id(), grade.get().points(), solutions, List.copyOf(program), asked));
                solutions = new ArrayList<>();
            } else if (cell.isCode()) {
                boolean theirs = grade.filter(GradeCell::solution).isPresent();
                if (theirs) {
                    solutions.add(cell.id());
                }
                if (theirs || declarations.containsKey(cell.id())) {
                    program.add(cell.id());
                }
            }
        }
        return new Master(notebook, ReleasedNotebook.version(notebook), questions, declarations);
    }

    /// The sources of `question`'s program, with the student's where those are to be filled.
    List<String> cells(Question question, Map<String, String> theirs) {
        return question.program().stream()
                .map(id -> declarations.getOrDefault(id, theirs.getOrDefault(id, "")))
                .toList();
    }

    private static List<Question.Asked> noted(
            Notebook notebook, List<String> program, Map<String, String> declarations, NotebookCell check)
            throws IOException {
        Map<String, String> own = new LinkedHashMap<>();
        notebook.cells().forEach(cell -> own.put(cell.id(), cell.source()));
        List<String> cells = new ArrayList<>();
        program.forEach(id -> cells.add(declarations.getOrDefault(id, own.getOrDefault(id, ""))));
        cells.add(check.source());
        String where = notebook.file() + ", cell " + check.id() + ": ";
        Program compiled = Program.compile(cells, System.getProperty("java.class.path"));
        if (!compiled.problem().isEmpty()) {
            throw new IOException(where + "the check does not compile after the cells before it: " + compiled.problem()
                    + "; declare in a cell of its own what it needs");
        }
        List<Question.Asked> asked = new ArrayList<>();
        try {
            LoadedProgram loaded = new LoadedProgram(compiled, Master.class.getClassLoader());
            Callable<Boolean> run = () -> {
                loaded.run();
                return true;
            };
            for (Check.Asked<?> each : Check.noted(run)) {
                if (!compiled.types().containsKey(each.label())) {
                    throw new IOException(where + "it asks " + each.label()
                            + ", which is no class of a cell; ask a constructor, such as MyLock::new");
                }
                for (Law<?, ?> law : each.laws()) {
                    asked.add(new Question.Asked(each.label(), law, each.hidden()));
                }
            }
        } catch (IOException wrong) {
            throw wrong;
        } catch (Exception | LinkageError thrown) {
            throw new IOException(where + "it threw " + thrown + " when it was read; run it in the notebook", thrown);
        }
        if (asked.isEmpty()) {
            throw new IOException(where + "it counts, but asks nothing; write Check.that(MyLock::new, …)");
        }
        return asked;
    }

    /// What the instructor's own cells declare: imports, types, methods, and the parameters. The rest, such as
    /// measurements, is of no use to a check.
    private static Map<String, String> declarations(Notebook notebook) throws IOException {
        Map<String, String> declarations = new LinkedHashMap<>();
        try (JShell shell =
                JShell.builder().executionEngine(new RecordedSteps(), null).build()) {
            for (NotebookCell cell : notebook.code()) {
                if (GradeCell.of(notebook.file(), cell).isPresent()) {
                    continue;
                }
                boolean parameters = cell.tags().contains("parameters");
                String kept = declarations(shell, cell.source(), parameters);
                if (!kept.isEmpty()) {
                    declarations.put(cell.id(), kept);
                }
            }
        }
        return declarations;
    }

    private static boolean isWanted(JShell shell, String snippet, boolean variables) {
        return switch (SnippetKind.of(snippet)) {
            case IMPORT, TYPE, METHOD -> true;
            case OTHER ->
                variables
                        && shell.sourceCodeAnalysis().sourceToSnippets(snippet).stream()
                                .allMatch(each -> each.kind() == Snippet.Kind.VAR);
        };
    }

    private static String declarations(JShell shell, String source, boolean variables) {
        StringBuilder kept = new StringBuilder();
        String rest = source.replaceAll("(?m)^%.*$", "");
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            String one = next.source() == null ? rest : next.source();
            if (isWanted(shell, one, variables)) {
                kept.append(one).append('\n');
            }
            rest = next.source() == null ? "" : next.remaining();
        }
        return kept.toString();
    }
}
