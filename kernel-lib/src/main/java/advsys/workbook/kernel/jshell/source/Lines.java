package advsys.workbook.kernel.jshell.source;

import java.util.Arrays;

/// Where the lines of a text begin. Lines and columns count from 1.
public final class Lines {
    private final String text;
    private final int[] starts;

    public Lines(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = i + 1;
        }
        this.starts = Arrays.copyOf(found, count);
    }

    public int count() {
        return starts.length;
    }

    /// The line that holds `position`; positions outside the text are taken to its ends.
    public int lineOf(int position) {
        int found = Arrays.binarySearch(starts, Math.clamp(position, 0, text.length()));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The column of `position` in its line.
    public int columnOf(int position) {
        return Math.clamp(position, 0, text.length()) - start(lineOf(position)) + 1;
    }

    /// Where line `line` begins.
    public int start(int line) {
        return starts[line - 1];
    }

    /// Line `line` without its end; empty outside the text.
    public String line(int line) {
        if (line < 1 || line > starts.length) {
            return "";
        }
        int end = line == starts.length ? text.length() : starts[line] - 1;
        return text.substring(starts[line - 1], end).replace("\r", "");
    }
}
