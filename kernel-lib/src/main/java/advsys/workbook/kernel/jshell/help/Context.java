package advsys.workbook.kernel.jshell.help;

import advsys.workbook.kernel.jshell.source.Lexer;
import advsys.workbook.kernel.jshell.source.SnippetKind;
import advsys.workbook.kernel.jshell.source.Splitter;
import advsys.workbook.kernel.jshell.source.Splitter.Piece;
import advsys.workbook.kernel.jshell.source.Token;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/// Half-written source made into one snippet, up to a position: JShell looks at one snippet at a time, but what the
/// cell declares before is to be known as well, though it did not run yet. Its statements and classes can stand
/// in a method, before what is being written.
///
/// @param input what JShell is asked about; the position is its end
/// @param word the name that ends at the position, or ""
/// @param qualifier what stands before the dot before the word, `list.get(0)`; "" without a dot
/// @param shift what must be added to a position in the input to get that in the source
record Context(String input, String word, String qualifier, int shift) {
    /// The context at the end of `code`.
    static Context of(String code, SourceCodeAnalysis analysis) {
        List<Piece> pieces = Splitter.split(code, analysis::analyzeCompletion);
        String last = "";
        int offset = code.length();
        if (!pieces.isEmpty() && !isClosed(code, pieces.getLast())) {
            offset = pieces.removeLast().offset();
            last = code.substring(offset);
        }
        SnippetKind kind = SnippetKind.of(last);
        StringBuilder before = new StringBuilder();
        if (kind != SnippetKind.IMPORT) {
            for (Piece piece : pieces) {
                SnippetKind each = SnippetKind.of(piece.text());
                if (each == SnippetKind.OTHER || each == SnippetKind.TYPE) {
                    before.append(piece.text()).append('\n');
                }
            }
        }
        if (!before.isEmpty()) { // the semicolon makes JShell take it for statements, whatever comes first
            before.insert(0, ';').append(kind == SnippetKind.METHOD ? "class $ {" : "");
        }
        String word = lastWord(last);
        return new Context(before + last, word, qualifier(last, word), offset - before.length());
    }

    /// True when what comes after the piece is something new.
    private static boolean isClosed(String code, Piece last) {
        char end = code.isEmpty()
                ? ' '
                : code.stripTrailing().charAt(code.stripTrailing().length() - 1);
        return last.isComplete()
                && (end == ';' || end == '}')
                && !code.substring(last.offset()).isBlank();
    }

    private static String lastWord(String code) {
        int start = code.length();
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        return start < code.length() && Character.isJavaIdentifierStart(code.charAt(start))
                ? code.substring(start)
                : "";
    }

    /// The expression before the last dot: names, calls and brackets, read backwards.
    private static String qualifier(String code, String word) {
        String before = code.substring(0, code.length() - word.length()).stripTrailing();
        if (!before.endsWith(".")) {
            return "";
        }
        List<Token> tokens = Lexer.tokens(before.substring(0, before.length() - 1));
        int i = tokens.size() - 1;
        boolean operand = true; // the next token to the left may be an operand
        int depth = 0;
        for (; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is(")") || token.is("]")) {
                depth++;
            } else if (token.is("(") || token.is("[")) {
                if (--depth < 0) {
                    break;
                }
                operand = true;
            } else if (depth == 0) {
                boolean isOperand = token.isWord() || token.kind() == Token.Kind.LITERAL;
                if (token.is(".")) {
                    operand = true;
                } else if (isOperand && operand && !token.is("return")) {
                    operand = false;
                } else {
                    i -= token.is("new") ? 1 : 0;
                    break;
                }
            }
        }
        return i + 1 < tokens.size() ? before.substring(tokens.get(i + 1).start(), before.length() - 1) : "";
    }

    /// True inside a comment, a string or a number, where there is nothing to complete.
    static boolean inText(String code) {
        List<Token> all = Lexer.all(code);
        if (all.isEmpty() || all.getLast().end() < code.length()) {
            return false;
        }
        Token last = all.getLast();
        return switch (last.kind()) {
            case COMMENT, UNFINISHED -> !last.text().endsWith("*/");
            case LITERAL ->
                last.text().length() == 1
                        || last.text().charAt(0)
                                != last.text().charAt(last.text().length() - 1);
            case NUMBER -> true;
            default -> false;
        };
    }
}
