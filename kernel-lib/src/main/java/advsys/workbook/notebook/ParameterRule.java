package advsys.workbook.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `parameters` cell: one, typed declarations of values only (numbers, truth values, texts, constants of an
/// enumeration, durations, arrays of them), so that a run can inject others; each with a comment, and numbers that are
/// quantities with their unit in the name.
final class ParameterRule implements Rule {
    private static final String NUMBER =
            "[-+]?(0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9_]*\\.?[0-9_]+([eE][-+]?[0-9]+)?)[lLdDfF]?";
    private static final String LITERAL = "(" + NUMBER + "|true|false|\"_*\"|'_*')"; // literals are masked
    private static final String OF_LITERALS = "boolean|byte|char|short|int|long|float|double|String";
    private static final String DURATION = "(?:java\\.time\\.)?Duration";
    private static final String SPAN = "(" + DURATION + "\\.(of(Nanos|Millis|Seconds|Minutes|Hours|Days)\\(\\s*"
            + NUMBER + "\\s*\\)|parse\\(\"_*\"\\)|ZERO))";
    private static final String BOX = "Boolean|Byte|Character|Short|Integer|Long|Float|Double";
    private static final String ENUM = "(?!(?:" + BOX + "|String|Duration)\\b)(?:\\w+\\.)*[A-Z]\\w*";
    private static final List<Pattern> DECLARATIONS = List.of(
            declaration(OF_LITERALS, LITERAL),
            declaration(DURATION, SPAN),
            declaration(ENUM, "\\k<type>\\.[A-Za-z]\\w*"));
    private static final Pattern STATEMENT_END = Pattern.compile(";");

    // a name that speaks of time or size and not of the unit
    private static final Pattern QUANTITY = Pattern.compile(
            "(?i).*(delay|timeout|duration|interval|latency|pause|hold|gap|elapsed|time|memory|capacity|bandwidth)$");
    private static final Pattern UNIT = Pattern.compile(
            ".*(Nanos|Micros|Millis|Seconds|Minutes|Hours|Days|Bytes|KiB|MiB|GiB|Bits|PerSecond|Percent|Pages|Blocks"
                    + "|Hertz|Steps|Ticks|Hops)$|(nanos|micros|millis|seconds|minutes|bytes|percent|pages|blocks|steps)");

    /// `type name = value`, or an array of such values.
    private static Pattern declaration(String type, String value) {
        return Pattern.compile("(?<type>" + type + ")(?:\\s*\\[\\s*\\])?\\s+(?<name>\\w+)\\s*=\\s*(?:" + value
                + "|\\{\\s*(?:" + value + "(?:\\s*,\\s*" + value + ")*)?\\s*\\})");
    }

    @Override
    public void check(Notebook notebook, Findings findings) {
        List<NotebookCell> cells = notebook.cells().stream()
                .filter(cell -> cell.tags().contains("parameters"))
                .toList();
        if (cells.size() > 1 || (cells.isEmpty() && notebook.isChapter())) {
            findings.error(
                    "parameters",
                    cells.size() + " cells have the tag 'parameters'",
                    "give it to the one cell of literals that a run may replace");
        }
        cells.forEach(cell -> checkCell(cell, findings));
    }

    private static void checkCell(NotebookCell cell, Findings findings) {
        if (!cell.isCode()) {
            findings.error(cell, "parameters", "the cell is not code", "move the tag to the cell of literals");
            return;
        }
        STATEMENT_END
                .splitAsStream(JavaText.of(cell.source()).code())
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(statement -> checkStatement(cell, statement, findings));
        for (String line : cell.lines()) {
            if (line.contains("=") && !line.contains("//")) {
                findings.warning(cell, "parameters", "'" + line.strip() + "' is not explained", "add a // comment");
            }
        }
    }

    private static void checkStatement(NotebookCell cell, String text, Findings findings) {
        Optional<Matcher> matching = DECLARATIONS.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .findFirst();
        if (matching.isEmpty()) {
            findings.error(
                    cell,
                    "parameters",
                    "'" + text.lines().findFirst().orElse("") + "' is not a typed declaration of a literal",
                    "write 'int name = 4;', 'int[] names = {1, 2};', 'Mode mode = Mode.FAST;' or"
                            + " 'Duration rest = Duration.ofMillis(5);', and compute in a later cell");
            return;
        }
        Matcher declaration = matching.orElseThrow();
        String name = declaration.group("name");
        boolean number = declaration.group("type").matches("byte|short|int|long|float|double");
        if (number && QUANTITY.matcher(name).matches() && !UNIT.matcher(name).matches()) {
            findings.error(
                    cell,
                    "parameters",
                    "'" + name + "' is a quantity without a unit",
                    "name the unit, as in '" + name.toLowerCase(Locale.ROOT) + "Nanos'");
        }
    }
}
