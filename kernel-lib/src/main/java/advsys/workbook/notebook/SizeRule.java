package advsys.workbook.notebook;

import java.util.regex.Pattern;

/// Nothing longer than one can take in at once. The numbers are those of notebooks that readers praise: code of two to
/// four lines, text of 16 to 28 words a cell; ours are the upper ends.
final class SizeRule implements Rule {
    private static final int CODE_LINES = 12;
    private static final int CODE_LINES_CAP = 20;
    private static final int TEXT_WORDS = 60;
    private static final int CELLS_LEAST = 25;
    private static final int CELLS_MOST = 40;

    private static final Pattern NO_WORDS = Pattern.compile("(?s)```.*?```|<[^>]*>|\\]\\([^)]*\\)|\\$[^$\n]*\\$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’_.-]*");

    @Override
    public void check(Notebook notebook, Findings findings) {
        for (NotebookCell cell : notebook.cells()) {
            if (cell.isCode()) {
                checkCode(cell, findings);
            } else if (cell.isMarkdown() && cell.generated().isEmpty()) { // a list to look things up in may be long
                checkText(cell, findings);
            }
        }
        int cells = notebook.cells().size();
        if (notebook.isChapter() && (cells < CELLS_LEAST || cells > CELLS_MOST)) {
            findings.warning(
                    "cell-count",
                    "it has " + cells + " cells",
                    "aim at " + CELLS_LEAST + " to " + CELLS_MOST + "; two questions are two notebooks");
        }
    }

    private static void checkCode(NotebookCell cell, Findings findings) {
        int lines = cell.lines().size();
        if (lines > CODE_LINES_CAP) {
            findings.error(
                    cell, "code-length", lines + " lines, the cap is " + CODE_LINES_CAP, "move code to the library");
        } else if (lines > CODE_LINES) {
            findings.warning(cell, "code-length", lines + " lines, more than " + CODE_LINES, "split it, or shorten it");
        }
    }

    private static void checkText(NotebookCell cell, Findings findings) {
        long words = WORD.matcher(NO_WORDS.matcher(cell.source()).replaceAll(" "))
                .results()
                .count();
        if (words > TEXT_WORDS) {
            findings.error(
                    cell, "text-length", words + " words, at most " + TEXT_WORDS + " are read", "shorten or split it");
        }
    }
}
