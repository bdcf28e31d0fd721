package advsys.workbook.kernel.jshell.source;

import advsys.workbook.kernel.jshell.source.Token.Kind;
import java.util.List;

/// How deep source is inside brackets at its end, and whether a statement could begin there.
///
/// @param braces unclosed `{`
/// @param parentheses unclosed `(` and `[`
/// @param unfinished inside a comment or a text block
/// @param last the last token that is not a comment, or "" when there is none
public record Nesting(int braces, int parentheses, boolean unfinished, String last) {
    /// The nesting at the end of `code`.
    public static Nesting of(String code) {
        int braces = 0;
        int parentheses = 0;
        boolean unfinished = false;
        List<Token> tokens = Lexer.tokens(code);
        for (Token token : tokens) {
            unfinished |= token.kind() == Kind.UNFINISHED;
            if (token.kind() == Kind.OPERATOR) {
                switch (token.text()) {
                    case "{" -> braces++;
                    case "}" -> braces--;
                    case "(", "[" -> parentheses++;
                    case ")", "]" -> parentheses--;
                    default -> {}
                }
            }
        }
        return new Nesting(
                braces,
                parentheses,
                unfinished,
                tokens.isEmpty() ? "" : tokens.getLast().text());
    }

    /// True where a new statement can certainly begin.
    boolean betweenStatements() {
        return outside() && (last.isEmpty() || last.equals(";") || last.equals("}"));
    }

    /// True outside all brackets, comments and text blocks, and not after an operator that wants more.
    boolean couldEnd() {
        return outside()
                && (last.isEmpty()
                        || ";})]\"'".indexOf(last.charAt(last.length() - 1)) >= 0
                        || Character.isJavaIdentifierPart(last.charAt(last.length() - 1)));
    }

    private boolean outside() {
        return braces <= 0 && parentheses <= 0 && !unfinished;
    }
}
