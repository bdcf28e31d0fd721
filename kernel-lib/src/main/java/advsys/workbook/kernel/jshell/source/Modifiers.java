package advsys.workbook.kernel.jshell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the modifiers of a cell's variable or method that JShell drops without a word, or refuses.
///
/// @param warnings what the reader must know
/// @param compiled the snippet without what JShell refuses, of the same length
public record Modifiers(List<String> warnings, String compiled) {
    private static final Set<String> ALL = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "abstract",
            "final",
            "strictfp",
            "transient",
            "volatile",
            "synchronized",
            "native",
            "default");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record", "import", "@");
    private static final String REMEDY = " Put it into a class of the cell: there it means what Java says.";

    /// Of the snippet that `snippet` begins with.
    public static Modifiers of(String snippet) {
        List<Token> tokens = Lexer.tokens(snippet);
        List<Token> found = new ArrayList<>();
        int next = end(tokens, 0);
        for (int i = 0; i < next; i = tokens.get(i).is("@") ? afterAnnotation(tokens, i) : i + 1) {
            if (!tokens.get(i).is("@")) {
                found.add(tokens.get(i));
            }
        }
        if (found.isEmpty()
                || next >= tokens.size()
                || isType(tokens, next)
                || tokens.get(next).is("(")) {
            return new Modifiers(List.of(), snippet); // `synchronized (lock) { … }` is a statement
        }
        return declaration(snippet, found, tokens.subList(next, tokens.size()));
    }

    /// The first token after the modifiers and annotations that begin at token `from`.
    static int end(List<Token> tokens, int from) {
        int next = from;
        while (next < tokens.size()
                && (ALL.contains(tokens.get(next).text()) || tokens.get(next).is("@"))) {
            next = tokens.get(next).is("@") ? afterAnnotation(tokens, next) : next + 1;
        }
        return Math.min(next, tokens.size());
    }

    private static boolean isType(List<Token> tokens, int at) {
        boolean recordVariable = tokens.get(at).is("record")
                && at + 2 < tokens.size()
                && !tokens.get(at + 2).is("(")
                && !tokens.get(at + 2).is("<");
        return TYPES.contains(tokens.get(at).text()) && !recordVariable;
    }

    private static int afterAnnotation(List<Token> tokens, int at) {
        int next = at + 2; // @ and its name
        while (next + 1 < tokens.size() && tokens.get(next).is(".")) {
            next += 2;
        }
        if (next < tokens.size() && tokens.get(next).is("(")) {
            int depth = 0;
            do {
                depth += tokens.get(next).is("(") ? 1 : tokens.get(next).is(")") ? -1 : 0;
                next++;
            } while (next < tokens.size() && depth > 0);
        }
        return next;
    }

    private static Modifiers declaration(String snippet, List<Token> modifiers, List<Token> rest) {
        int end = 0;
        while (end < rest.size()
                && !Set.of("(", "=", ";", ",").contains(rest.get(end).text())) {
            end++;
        }
        boolean method = end < rest.size() && rest.get(end).is("(");
        String name = end == 0 ? "it" : rest.get(end - 1).text();
        List<String> warnings = new ArrayList<>();
        StringBuilder compiled = new StringBuilder(snippet);
        for (Token modifier : modifiers) {
            switch (modifier.text()) {
                case "synchronized" -> {
                    if (method) {
                        compiled.replace(modifier.start(), modifier.end(), " ".repeat("synchronized".length()));
                        warnings.add("synchronized is lost: a cell's method " + name
                                + " has no object to lock, so several threads may be in it at once." + REMEDY);
                    }
                }
                case "volatile" -> {
                    if (!method) {
                        warnings.add("volatile is lost: JShell makes the cell's variable " + name
                                + " a plain static field, so other threads need not see what is stored in it."
                                + REMEDY);
                    }
                }
                case "final" -> {
                    if (!method) {
                        warnings.add("final is lost: the cell's variable " + name
                                + " can be assigned again, and lambdas read its newest value." + REMEDY);
                    }
                }
                default -> {}
            }
        }
        return new Modifiers(List.copyOf(warnings), compiled.toString());
    }
}
