package advsys.workbook.kernel.jshell.source;

import advsys.workbook.kernel.jshell.source.Token.Kind;
import java.util.List;
import java.util.Set;

/// Recognises expressions that certainly have a value of a type of their own: no call at all, no lambda, nothing whose
/// type depends on where it stands. `1 + 1`, `run`, `point.x`, `a[i] * 2`.
///
/// JShell asks the compiler three times what an expression is. For these the answer is known, and showing `1 + 1` takes
/// half the time.
public final class PlainExpression {
    private static final Set<String> OPERATORS =
            Set.of("+", "-", "*", "/", "%", "&&", "||", "==", "!=", "<", ">", "<=", ">=", "&", "|", "^", "!", "~", ".");
    private static final Set<String> VALUE_WORDS = Set.of("true", "false", "null");
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
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
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "_");

    private PlainExpression() {}

    /// True when `code`, which may end with a semicolon, is such an expression.
    public static boolean matches(String code) {
        List<Token> tokens = Lexer.tokens(code);
        if (!tokens.isEmpty() && tokens.getLast().is(";")) {
            tokens.removeLast();
        }
        boolean operandBefore = false;
        int depth = 0;
        for (Token token : tokens) {
            boolean operand = token.kind() == Kind.NUMBER || token.kind() == Kind.LITERAL || isName(token);
            boolean open = token.is("(") || token.is("[");
            boolean close = token.is(")") || token.is("]");
            if (operand || token.is("(")) {
                if (operandBefore) {
                    return false; // a declaration, a cast, or a call
                }
            } else if (!open && !close && !(token.kind() == Kind.OPERATOR && OPERATORS.contains(token.text()))) {
                return false;
            }
            depth += open ? 1 : close ? -1 : 0;
            operandBefore = operand || close;
        }
        return operandBefore && depth == 0;
    }

    private static boolean isName(Token token) {
        return token.isWord() && (VALUE_WORDS.contains(token.text()) || !KEYWORDS.contains(token.text()));
    }
}
