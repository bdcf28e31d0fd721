package advsys.workbook.kernel.jshell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Cuts Java source into the snippets that JShell takes one at a time.
public final class Splitter {
    private Splitter() {}

    /// A snippet.
    ///
    /// @param text its source, with the semicolon that the reader may have left out at the end of the cell, and
    ///     without modifiers that JShell refuses
    /// @param offset where it begins in the text that was cut
    /// @param warnings what the reader must know about its modifiers
    /// @param completeness what JShell thinks of it: [Completeness#UNKNOWN] when it is no Java
    public record Piece(String text, int offset, List<String> warnings, Completeness completeness) {
        public boolean isComplete() {
            return completeness.isComplete() || completeness == Completeness.CONSIDERED_INCOMPLETE;
        }
    }

    /// The snippets of `code`. The last may be incomplete, or no Java at all; it then reaches to the end.
    ///
    /// @param analyser [jdk.jshell.SourceCodeAnalysis#analyzeCompletion]
    public static List<Piece> split(String code, Function<String, CompletionInfo> analyser) {
        List<Piece> pieces = new ArrayList<>();
        int offset = 0;
        while (true) {
            offset = skipComments(code, offset);
            if (offset == code.length()) {
                return pieces;
            }
            Modifiers modifiers = Modifiers.of(code.substring(offset));
            String rest = modifiers.compiled();
            CompletionInfo info = analyser.apply(rest);
            switch (info.completeness()) {
                case EMPTY -> {
                    return pieces;
                }
                case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> {
                    pieces.add(new Piece(info.source(), offset, modifiers.warnings(), info.completeness()));
                    if (info.completeness() != Completeness.COMPLETE
                            || info.remaining().isEmpty()) {
                        return pieces; // nothing follows these
                    }
                    offset = code.length() - info.remaining().length();
                }
                case DEFINITELY_INCOMPLETE, UNKNOWN -> {
                    pieces.add(new Piece(rest, offset, modifiers.warnings(), info.completeness()));
                    return pieces;
                }
            }
        }
    }

    /// JShell would count comments before a snippet, and blank lines, as its first lines.
    private static int skipComments(String code, int from) {
        List<Token> all = Lexer.all(code.substring(from));
        for (Token token : all) {
            if (token.kind() != Token.Kind.COMMENT) {
                return from + token.start();
            }
        }
        return code.length();
    }
}
