package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.source.Lexer;
import advsys.workbook.kernel.jshell.source.Token;

/// Names in source.
final class Names {
    private Names() {}

    /// Where `name` first stands in `source` as a word; 0 when it does not.
    static int find(String source, String name) {
        return Lexer.tokens(source).stream()
                .filter(token -> token.is(name))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(0);
    }

    /// True when `source` mentions `name` as a word.
    static boolean mentions(String source, String name) {
        return source.contains(name) && Lexer.tokens(source).stream().anyMatch(token -> token.is(name));
    }
}
