package advsys.workbook.kernel.jshell.load;

import java.util.TreeMap;

/// From lines of JShell's wrapper to lines of what the reader wrote.
///
/// Lines that JShell added belong to the reader's line before them, or to the first.
public final class LineTable {
    private final String source;
    private final TreeMap<Integer, Integer> lines = new TreeMap<>();

    /// @param source what the lines belong to, as a stack trace shows it: `In[4]`
    public LineTable(String source) {
        this.source = source;
    }

    public String source() {
        return source;
    }

    /// Line `wrapped` of the wrapper is line `written` of the source.
    public void put(int wrapped, int written) {
        lines.merge(wrapped, written, Math::min);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    int written(int wrapped) {
        var entry = lines.floorEntry(wrapped);
        return (entry == null ? lines.firstEntry() : entry).getValue();
    }
}
