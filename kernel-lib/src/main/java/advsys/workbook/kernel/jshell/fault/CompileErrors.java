package advsys.workbook.kernel.jshell.fault;

import advsys.workbook.kernel.jshell.source.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows what the compiler does not accept: the line with carets, plain words, the compiler's own where they differ,
/// and a hint.
public final class CompileErrors {
    private static final int MOST = 5;
    private static final int AROUND = 2;

    private CompileErrors() {}

    /// A cell that does not compile.
    ///
    /// @param name what the source is called, `In[4]`
    /// @param problems in the order in which they stand in the source
    public static Fault fault(String name, String source, List<Problem> problems, Hints hints) {
        Lines lines = new Lines(source);
        List<String> paragraphs = new ArrayList<>();
        String first = "";
        for (Problem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
            String words = PlainWords.of(problem);
            int line = lines.lineOf(problem.position());
            first = first.isEmpty() ? words + " (" + name + " line " + line + ")" : first;
            paragraphs.add(paragraph(name, lines, problem, words, hints.about(problem, source)));
        }
        if (problems.size() > MOST) {
            paragraphs.add("… and " + (problems.size() - MOST) + " more.");
        }
        return new Fault("CompilationError", first, List.copyOf(paragraphs));
    }

    private static String paragraph(String name, Lines lines, Problem problem, String words, Optional<String> hint) {
        int line = lines.lineOf(problem.position());
        int from = lines.lineOf(problem.start()) == line ? problem.start() : problem.position();
        int to = lines.lineOf(problem.end()) == line ? problem.end() : problem.position() + 1;
        StringBuilder text = new StringBuilder();
        text.append(Ansi.red("CompilationError")).append(": ").append(words).append('\n');
        text.append(Ansi.blue(name + " line " + line)).append('\n');
        text.append(Excerpt.marked(lines, line, lines.columnOf(from), lines.columnOf(from) + to - from, AROUND));
        if (!problem.code().equals(Problem.UNRESOLVED) && !words.equals(problem.headline())) {
            text.append("    javac: ").append(problem.headline()).append('\n');
        }
        hint.ifPresent(what -> text.append(Ansi.magenta("Hint: ")).append(what).append('\n'));
        return text.toString().stripTrailing();
    }
}
