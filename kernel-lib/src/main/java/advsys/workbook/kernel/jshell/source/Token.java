package advsys.workbook.kernel.jshell.source;

/// A piece of Java source: `code.substring(start, end)` is `text`.
///
/// @param kind what it is
/// @param start where it begins
/// @param end where it ends
/// @param text what stands there
public record Token(Kind kind, int start, int end, String text) {
    /// What a token is.
    public enum Kind {
        /// Identifiers, keywords, `true`, `false`, `null`.
        WORD,
        NUMBER,
        /// Strings, text blocks and characters, whole.
        LITERAL,
        COMMENT,
        OPERATOR,
        /// A text block or a comment that the source does not finish.
        UNFINISHED
    }

    /// True for the operator, separator or word `wanted`; never for a literal or a comment.
    public boolean is(String wanted) {
        return (kind == Kind.OPERATOR || kind == Kind.WORD) && text.equals(wanted);
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
