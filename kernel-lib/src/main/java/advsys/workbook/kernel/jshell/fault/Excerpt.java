package advsys.workbook.kernel.jshell.fault;

import advsys.workbook.kernel.jshell.source.Lines;

/// A line of the reader's source with an arrow, and its neighbours.
final class Excerpt {
    private static final int LONGEST_LINE = 200;

    private Excerpt() {}

    /// Line `line` with `around` lines before and after it, each ended by a line break.
    static String of(Lines source, int line, int around) {
        StringBuilder text = new StringBuilder();
        int last = Math.min(source.count(), line + around);
        int width = String.valueOf(last).length();
        for (int i = Math.max(1, line - around); i <= last; i++) {
            String code = shortened(source.line(i));
            if (i == line) {
                text.append(
                        Ansi.red("--> " + " ".repeat(width - String.valueOf(i).length()) + i + " | "));
                text.append(Ansi.bold(code));
            } else {
                text.append("    ")
                        .append(" ".repeat(width - String.valueOf(i).length()))
                        .append(i)
                        .append(" | ");
                text.append(code);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// The same, with carets under columns `from` to `to` of the line.
    static String marked(Lines source, int line, int from, int to, int around) {
        String before = Excerpt.of(source, line, around);
        int last = Math.min(source.count(), line + around);
        int width = String.valueOf(last).length();
        String code = shortened(source.line(line));
        int start = Math.clamp(from, 1, code.length() + 1);
        int length = Math.clamp((long) to - start, 1, Math.max(1, code.length() + 1 - start));
        String indent = code.substring(0, start - 1).replaceAll("[^\t]", " ");
        String carets = " ".repeat(4 + width) + " | " + indent + Ansi.red("^".repeat(length)) + "\n";
        int arrow = before.indexOf("-->");
        int lineEnd = before.indexOf('\n', arrow) + 1;
        return before.substring(0, lineEnd) + carets + before.substring(lineEnd);
    }

    private static String shortened(String code) {
        return code.length() <= LONGEST_LINE ? code : code.substring(0, LONGEST_LINE - 1) + "…";
    }
}
