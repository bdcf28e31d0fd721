package advsys.workbook.notebook;

import java.util.ArrayList;
import java.util.List;

/// A cell's Java told apart into code, comments and string literals, so that a rule for one does not see the others.
///
/// @param code the source with comments blanked and the contents of literals replaced by `_`; same length, same lines
/// @param strings the contents of the string literals and text blocks, as written
record JavaText(String code, List<String> strings) {

    static JavaText of(String source) {
        return new Scanner(source).scan();
    }

    private static final class Scanner {
        private final String source;
        private final StringBuilder code;
        private final List<String> strings = new ArrayList<>();
        private int at;

        Scanner(String source) {
            this.source = source;
            this.code = new StringBuilder(source);
        }

        JavaText scan() {
            while (at < source.length()) {
                if (source.startsWith("//", at)) {
                    blank(end("\n", 0), ' ');
                } else if (source.startsWith("/*", at)) {
                    blank(end("*/", 2), ' ');
                } else if (source.startsWith("\"\"\"", at)) {
                    literal("\"\"\"");
                } else if (source.charAt(at) == '"') {
                    literal("\"");
                } else if (source.charAt(at) == '\'') {
                    literal("'");
                } else {
                    at++;
                }
            }
            return new JavaText(code.toString(), List.copyOf(strings));
        }

        /// Where the first `mark` after this place ends, without its last characters but `kept`.
        private int end(String mark, int kept) {
            int found = source.indexOf(mark, at + kept);
            return found < 0 ? source.length() : found + kept;
        }

        private void literal(String quote) {
            int from = at + quote.length();
            int to = from;
            while (to < source.length() && !source.startsWith(quote, to)) {
                if (source.charAt(to) == '\n' && quote.length() == 1) {
                    break; // not closed on its line: javac will say so
                }
                to += source.charAt(to) == '\\' ? 2 : 1;
            }
            to = Math.min(to, source.length());
            if (!quote.equals("'")) {
                strings.add(source.substring(from, to));
            }
            at = from;
            blank(to, '_');
            at = Math.min(source.length(), to + quote.length());
        }

        private void blank(int to, char with) {
            for (; at < to; at++) {
                if (code.charAt(at) != '\n') {
                    code.setCharAt(at, with);
                }
            }
        }
    }
}
