package advsys.workbook.notebook;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `parameters` cell: one, typed declarations of literals only, so that a run can inject other values; each with a
/// comment, and quantities with their unit in the name.
final class ParameterRule implements Rule {
    private static final String NUMBER =
            "[-+]?(0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9_]*\\.?[0-9_]+([eE][-+]?[0-9]+)?)[lLdDfF]?";
    private static final String SCALAR = "(" + NUMBER + "|true|false|\"_*\"|'_*')"; // literals are masked
    private static final String TYPE = "(boolean|byte|char|short|int|long|float|double|String)(\\s*\\[\\s*\\])?";
    private static final Pattern DECLARATION = Pattern.compile(
            TYPE + "\\s+(\\w+)\\s*=\\s*(" + SCALAR + "|\\{\\s*(" + SCALAR + "(\\s*,\\s*" + SCALAR + ")*)?\\s*\\})");
    private static final Pattern STATEMENT_END = Pattern.compile(";");
    private static final int TYPE_GROUP = 1;
    private static final int NAME_GROUP = 3;

    // a name that speaks of time or size and not of the unit
    private static final Pattern QUANTITY = Pattern.compile(
            "(?i).*(delay|timeout|duration|interval|latency|pause|hold|gap|elapsed|time|memory|capacity|bandwidth)$");
    private static final Pattern UNIT = Pattern.compile(
            ".*(Nanos|Micros|Millis|Seconds|Minutes|Hours|Days|Bytes|KiB|MiB|GiB|Bits|PerSecond|Percent|Pages|Blocks"
                    + "|Hertz|Steps|Ticks|Hops)$|(nanos|micros|millis|seconds|minutes|bytes|percent|pages|blocks|steps)");

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
        Matcher declaration = DECLARATION.matcher(text);
        if (!declaration.matches()) {
            findings.error(
                    cell,
                    "parameters",
                    "'" + text.lines().findFirst().orElse("") + "' is not a typed declaration of a literal",
                    "write 'int name = 4;' or 'int[] names = {1, 2};', and compute in a later cell");
            return;
        }
        String name = declaration.group(NAME_GROUP);
        boolean number = !declaration.group(TYPE_GROUP).matches("boolean|char|String");
        if (number && QUANTITY.matcher(name).matches() && !UNIT.matcher(name).matches()) {
            findings.error(
                    cell,
                    "parameters",
                    "'" + name + "' is a quantity without a unit",
                    "name the unit, as in '" + name.toLowerCase(Locale.ROOT) + "Nanos'");
        }
    }
}
