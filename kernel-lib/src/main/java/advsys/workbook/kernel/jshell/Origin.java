package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.load.LineTable;
import advsys.workbook.kernel.jshell.source.CanonicalConstructor;
import advsys.workbook.kernel.jshell.source.Lines;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/// Where a snippet stands in what the reader wrote.
///
/// @param source the cell or the file
/// @param offset where the snippet begins there
/// @param ahead how many characters of the snippet as it was compiled stand before that
/// @param inserted where the compiled snippet has a word more: see [CanonicalConstructor]
record Origin(Source source, int offset, int ahead, List<Integer> inserted) {
    Origin(Source source, int offset, int ahead) {
        this(source, offset, ahead, List.of());
    }

    /// A whole text.
    ///
    /// @param name what stack traces call it: `In[4]`, `stack.jshell`
    /// @param cell the number of the cell that ran it
    record Source(String name, String text, int cell, Lines lines) {
        Source(String name, String text, int cell) {
            this(name, text, cell, new Lines(text));
        }
    }

    /// The position in the source of a position in the compiled snippet.
    int position(long inSnippet) {
        long written = CanonicalConstructor.written(inserted, inSnippet - ahead);
        return Math.clamp(offset + written, 0, source.text().length());
    }

    /// A compiled snippet as the reader wrote it.
    String written(String compiled) {
        return CanonicalConstructor.written(inserted, compiled);
    }

    /// Adds the lines of the snippet to those of its wrapper.
    void addLines(SnippetWrapper wrapper, LineTable table) {
        Lines wrapped = new Lines(wrapper.wrapped());
        String snippet = wrapper.source();
        boolean inWord = false;
        for (int i = 0; i < snippet.length(); i++) {
            boolean word = !Character.isWhitespace(snippet.charAt(i));
            if (word && !inWord) { // the words of a line may stand in different places of the wrapper
                int there = wrapper.sourceToWrappedPosition(i);
                if (wrapper.wrappedToSourcePosition(there) == i) {
                    table.put(wrapped.lineOf(there), source.lines().lineOf(position(i)));
                }
            }
            inWord = word;
        }
    }
}
