package advsys.workbook.kernel.jshell.fault;

import advsys.workbook.kernel.jshell.source.Lexer;
import advsys.workbook.kernel.jshell.source.Lines;
import advsys.workbook.kernel.jshell.source.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Finds the bracket that was forgotten.
final class Brackets {
    private Brackets() {}

    /// An opening bracket, a text block or a comment, and its line.
    record Open(String text, int line) {}

    /// The last one in `source` that nothing closes.
    static Optional<Open> unclosed(String source) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : Lexer.tokens(source)) {
            switch (token.kind()) {
                case UNFINISHED -> {
                    String what = token.text().startsWith("/*") ? "comment" : "text block";
                    return Optional.of(new Open(what, new Lines(source).lineOf(token.start())));
                }
                case OPERATOR -> {
                    if ("([{".contains(token.text())) {
                        open.push(token);
                    } else if (")]}".contains(token.text()) && !open.isEmpty()) {
                        open.pop();
                    }
                }
                default -> {}
            }
        }
        return Optional.ofNullable(open.peek())
                .map(token -> new Open(token.text(), new Lines(source).lineOf(token.start())));
    }
}
