package advsys.workbook.kernel.jshell.help;

import advsys.workbook.kernel.Language.Candidate;
import advsys.workbook.kernel.Language.Completion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// Says what may stand at a position: JShell's suggestions, what needs no import, keywords and packages; each with its
/// kind and, for methods, its signature.
public final class Completer {
    private static final int MOST = 500;
    private static final List<String> KEYWORDS = List.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "try",
            "var",
            "void",
            "volatile",
            "while",
            "yield");

    private final Knowledge knowledge;
    private final ClassIndex index;

    public Completer(Knowledge knowledge, ClassIndex index) {
        this.knowledge = knowledge;
        this.index = index;
    }

    /// What may stand at `cursor` of `code`. Called with the compiler's lock held.
    public Completion complete(String code, int cursor, SourceCodeAnalysis analysis) {
        String before = code.substring(0, Math.clamp(cursor, 0, code.length()));
        if (Context.inText(before)) {
            return new Completion(cursor, cursor, List.of());
        }
        Context context = Context.of(before, analysis);
        int[] anchor = {context.input().length() - context.word().length()};
        Map<String, Candidate> found = new LinkedHashMap<>();
        Describer describer = new Describer(knowledge, context, analysis);
        analysis.completionSuggestions(context.input(), context.input().length(), anchor).stream()
                .sorted(Comparator.comparing((Suggestion suggestion) -> !suggestion.matchesType()))
                .map(Suggestion::continuation)
                .filter(text -> !text.startsWith("$") && !text.startsWith("do_it$"))
                .distinct()
                .limit(MOST)
                .forEach(text -> found.put(text, describer.describe(text)));
        addUnqualified(context, found);
        addPackages(context, found);
        int start = Math.clamp((long) anchor[0] + context.shift(), 0, cursor);
        return new Completion(start, cursor, List.copyOf(found.values()));
    }

    private void addUnqualified(Context context, Map<String, Candidate> found) {
        if (!context.qualifier().isEmpty()
                || context.word().isEmpty()
                || context.input().stripLeading().startsWith("import")) {
            return;
        }
        List<Candidate> more = new ArrayList<>();
        String word = context.word();
        for (Candidate local : Locals.of(context.input())) { // hides what has the same name further out
            if (local.text().startsWith(word) && !local.text().equals(word)) {
                found.put(local.text(), local);
            }
        }
        for (String name : knowledge.statics()) {
            more.add(new Candidate(name + "(", "method", ""));
        }
        if (Character.isUpperCase(word.charAt(0))) {
            knowledge.importedNames(word).forEach(name -> more.add(new Candidate(name, "class", "")));
        }
        KEYWORDS.forEach(keyword -> more.add(new Candidate(keyword, "keyword", "")));
        for (Candidate candidate : more) {
            if (candidate.text().startsWith(word) && !candidate.text().equals(word)) {
                found.putIfAbsent(candidate.text(), candidate);
            }
        }
    }

    private void addPackages(Context context, Map<String, Candidate> found) {
        String input = context.input();
        boolean importing = input.stripLeading().startsWith("import");
        String qualifier = context.qualifier();
        if (qualifier.startsWith("static ")) {
            qualifier = qualifier.substring("static ".length());
        }
        boolean nothingElse = found.isEmpty() && qualifier.matches("[a-z][\\w.]*");
        if (!importing && !nothingElse) {
            return;
        }
        String prefix = qualifier.isEmpty() ? context.word() : qualifier + "." + context.word();
        int kept = qualifier.isEmpty() ? 0 : qualifier.length() + 1;
        Set<String> packages = index.packages();
        for (String name : packages) {
            if (name.startsWith(prefix)) {
                int end = name.indexOf('.', prefix.length());
                String next = name.substring(kept, end < 0 ? name.length() : end);
                found.putIfAbsent(next, new Candidate(next, "package", ""));
            }
        }
    }
}
