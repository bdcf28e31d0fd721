package advsys.workbook.kernel.jshell.source;

import advsys.workbook.kernel.jshell.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts Java source into tokens. Any text has some: what is not Java becomes operators of one character.
///
/// The compiler's own scanner is not used because it stops at the first error, and half-typed code is the rule here.
/// `>>` and `>>>` come as single `>`, since only a parser knows whether they close type arguments.
public final class Lexer {
    private static final List<String> LONG_OPERATORS = List.of(
            ">>>=", "<<=", ">>=", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=",
            "/=", "&=", "|=", "^=", "%=");

    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String code) {
        this.code = code;
    }

    /// All tokens, comments included.
    public static List<Token> all(String code) {
        Lexer lexer = new Lexer(code);
        lexer.run();
        return lexer.tokens;
    }

    /// The tokens that are not comments.
    public static List<Token> tokens(String code) {
        List<Token> all = all(code);
        all.removeIf(token -> token.kind() == Kind.COMMENT);
        return all;
    }

    private void run() {
        while (at < code.length()) {
            char c = code.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (Character.isJavaIdentifierStart(c)) {
                take(Kind.WORD, endOfWord(at));
            } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
                take(Kind.NUMBER, endOfNumber());
            } else if (code.startsWith("//", at)) {
                take(Kind.COMMENT, endOfLine(at));
            } else if (code.startsWith("/*", at)) {
                takeUntil("*/", 2, Kind.COMMENT);
            } else if (code.startsWith("\"\"\"", at)) {
                takeUntil("\"\"\"", 3, Kind.LITERAL);
            } else if (c == '"' || c == '\'') {
                take(Kind.LITERAL, endOfQuoted(c));
            } else {
                take(Kind.OPERATOR, at + operatorLength());
            }
        }
    }

    private void take(Kind kind, int end) {
        tokens.add(new Token(kind, at, end, code.substring(at, end)));
        at = end;
    }

    private void takeUntil(String close, int openLength, Kind kind) {
        int from = at + openLength;
        int end = code.indexOf(close, from);
        while (kind == Kind.LITERAL && end > 0 && isEscaped(end)) {
            end = code.indexOf(close, end + 1);
        }
        take(end < 0 ? Kind.UNFINISHED : kind, end < 0 ? code.length() : end + close.length());
    }

    private boolean isEscaped(int position) {
        int slashes = 0;
        while (position - slashes > 0 && code.charAt(position - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private int endOfQuoted(char quote) {
        for (int i = at + 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\n') {
                return i; // not closed on its line: the rest is still Java
            }
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return code.length();
    }

    private int endOfWord(int from) {
        int end = from + 1;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfNumber() {
        int end = at + 1;
        while (end < code.length()) {
            char c = code.charAt(end);
            boolean sign =
                    (c == '+' || c == '-') && "eEpP".indexOf(code.charAt(end - 1)) >= 0 && !code.startsWith("0x", at);
            if (!sign && c != '.' && !Character.isJavaIdentifierPart(c)) {
                break;
            }
            end++;
        }
        return end;
    }

    private int endOfLine(int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    private int operatorLength() {
        for (String operator : LONG_OPERATORS) {
            if (code.startsWith(operator, at)) {
                return operator.length();
            }
        }
        return 1;
    }

    private char peek(int distance) {
        return at + distance < code.length() ? code.charAt(at + distance) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
