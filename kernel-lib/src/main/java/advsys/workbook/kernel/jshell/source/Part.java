package advsys.workbook.kernel.jshell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of a cell: Java, or a line of the kernel's own that begins with `%`.
public sealed interface Part {
    /// Java source.
    ///
    /// @param text the source
    /// @param offset where it begins in the cell
    record Code(String text, int offset) implements Part {}

    /// `%name arguments`; `%%name arguments` as the first line applies to the whole rest of the cell.
    ///
    /// @param name what stands behind the per cent sign
    /// @param arguments the rest of the line
    /// @param whole written with two signs
    /// @param line the line in the cell, from 1
    record Magic(String name, String arguments, boolean whole, int line) implements Part {}

    /// A line that may be a magic: no blank between the sign and the name, as there mostly is in `a % b`.
    Pattern LINE = Pattern.compile("[ \\t]*(%%?)([A-Za-z][A-Za-z0-9_]*)(?:[ \\t]+(.*?))?[ \\t]*");

    /// Cuts a cell into its parts. A line is a magic where a statement can begin; a line in a text block or a comment,
    /// or one that continues an expression, is Java. Where it could be both, `known` decides.
    static List<Part> of(String cell, Predicate<String> known) {
        List<Part> parts = new ArrayList<>();
        int codeStart = 0;
        int lineStart = 0;
        int line = 1;
        while (lineStart <= cell.length()) {
            int lineEnd = cell.indexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? cell.length() : lineEnd;
            Matcher matcher = LINE.matcher(cell.substring(lineStart, lineEnd).replace("\r", ""));
            if (matcher.matches() && isMagic(cell.substring(codeStart, lineStart), matcher, known)) {
                add(parts, cell, codeStart, lineStart);
                String arguments = matcher.group(3) == null ? "" : matcher.group(3);
                parts.add(
                        new Magic(matcher.group(2), arguments, matcher.group(1).length() == 2, line));
                codeStart = lineEnd;
            }
            lineStart = lineEnd + 1;
            line++;
        }
        add(parts, cell, codeStart, cell.length());
        return parts;
    }

    private static boolean isMagic(String before, Matcher line, Predicate<String> known) {
        Nesting nesting = Nesting.of(before);
        return nesting.betweenStatements() || (nesting.couldEnd() && known.test(line.group(2)));
    }

    private static void add(List<Part> parts, String cell, int from, int to) {
        String code = cell.substring(from, to);
        if (!code.isBlank()) {
            parts.add(new Code(code, from));
        }
    }
}
