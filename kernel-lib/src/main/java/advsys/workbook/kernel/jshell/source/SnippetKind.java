package advsys.workbook.kernel.jshell.source;

import java.util.List;
import java.util.Set;

/// What a snippet is, judged by its first words: enough to tell where it may stand.
public enum SnippetKind {
    IMPORT,
    TYPE,
    METHOD,
    /// Variables, statements and expressions: what may stand in a method.
    OTHER;

    private static final Set<String> TYPES = Set.of("class", "interface", "enum");
    private static final Set<String> NO_TYPE =
            Set.of("new", "return", "throw", "else", "do", "assert", "yield", "case");

    /// The kind of `snippet`, which need not be finished.
    public static SnippetKind of(String snippet) {
        List<Token> tokens = Lexer.tokens(snippet);
        if (tokens.isEmpty()) {
            return OTHER;
        }
        if (tokens.getFirst().is("import")) {
            return IMPORT;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            if (TYPES.contains(token.text()) || isRecord(tokens, i)) {
                return TYPE;
            }
            if (token.is("=") || token.is(";") || token.is("{") || token.is("->")) {
                return OTHER;
            }
            if (token.is("(") && !(i > 0 && tokens.get(i - 1).isWord() && isAnnotation(tokens, i - 1))) {
                return isMethod(tokens, i) ? METHOD : OTHER;
            }
            if (next == null) {
                return OTHER;
            }
        }
        return OTHER;
    }

    static boolean isRecord(List<Token> tokens, int i) {
        return i < tokens.size()
                && tokens.get(i).is("record")
                && i + 2 < tokens.size()
                && tokens.get(i + 1).isWord()
                && (tokens.get(i + 2).is("(") || tokens.get(i + 2).is("<"));
    }

    private static boolean isAnnotation(List<Token> tokens, int name) {
        return name > 0 && tokens.get(name - 1).is("@");
    }

    /// `int f(`, `List<String> f(`, `int[] f(`: a type, then a name, then the parenthesis.
    private static boolean isMethod(List<Token> tokens, int parenthesis) {
        if (parenthesis < 2 || !tokens.get(parenthesis - 1).isWord()) {
            return false;
        }
        Token type = tokens.get(parenthesis - 2);
        return (type.isWord() && !NO_TYPE.contains(type.text())) || type.is(">") || type.is("]");
    }
}
