package advsys.workbook.grading;

import java.util.ArrayList;
import java.util.List;

/// The marked regions of a cell's source: solutions, and hidden checks. The marks are nbgrader's own words, so
/// that its tools see what we see.
final class Regions {
    private static final String BEGIN_SOLUTION = "### BEGIN SOLUTION";
    private static final String END_SOLUTION = "### END SOLUTION";
    private static final String BEGIN_HIDDEN = "### BEGIN HIDDEN TESTS";
    private static final String END_HIDDEN = "### END HIDDEN TESTS";

    /// What is left of a source, and what was taken out of it.
    record Cut(String released, List<String> solutions, List<String> hidden) {}

    private Regions() {}

    /// What is to stand in place of a solution.
    interface Substitute {
        String of(String solution, String indent);
    }

    /// The source with a substitute for each solution, and nothing in place of hidden checks.
    ///
    /// @throws IllegalArgumentException if a region is not closed, closed twice, or within another
    static Cut cut(String source, Substitute substitute) {
        List<String> kept = new ArrayList<>();
        List<String> solutions = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        List<String> region = new ArrayList<>();
        String open = "";
        String indent = "";
        int number = 0;
        for (String line : source.lines().toList()) {
            number++;
            String mark = mark(line);
            if (mark.isEmpty()) {
                (open.isEmpty() ? kept : region).add(line);
            } else if (mark.equals(BEGIN_SOLUTION) || mark.equals(BEGIN_HIDDEN)) {
                require(open.isEmpty(), number, mark, "a region within a region");
                open = mark;
                indent = indent(line);
            } else {
                String expected = mark.equals(END_SOLUTION) ? BEGIN_SOLUTION : BEGIN_HIDDEN;
                require(open.equals(expected), number, mark, "an end without its beginning");
                String cut = String.join("\n", region);
                if (mark.equals(END_SOLUTION)) {
                    solutions.add(cut);
                    kept.add(substitute.of(cut, indent));
                } else {
                    hidden.add(cut);
                }
                region.clear();
                open = "";
            }
        }
        require(open.isEmpty(), number, open, "a region that is never closed");
        return new Cut(String.join("\n", kept), List.copyOf(solutions), List.copyOf(hidden));
    }

    private static String mark(String line) {
        for (String mark : List.of(BEGIN_SOLUTION, END_SOLUTION, BEGIN_HIDDEN, END_HIDDEN)) {
            if (line.contains(mark)) {
                return mark;
            }
        }
        // A slip of the pen would release what it should hide.
        if (line.matches("(?i).*#+\\s*(begin|end)\\s*(solution|hidden).*")) {
            throw new IllegalArgumentException("'" + line.strip() + "' is no mark: write " + BEGIN_SOLUTION + ", "
                    + END_SOLUTION + ", " + BEGIN_HIDDEN + " or " + END_HIDDEN);
        }
        return "";
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static void require(boolean holds, int line, String mark, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("line " + line + ", '" + mark + "': " + otherwise);
        }
    }
}
