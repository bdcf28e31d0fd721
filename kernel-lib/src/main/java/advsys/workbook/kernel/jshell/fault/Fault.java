package advsys.workbook.kernel.jshell.fault;

import advsys.workbook.kernel.Reply;
import java.util.List;

/// What a cell failed of, as it is shown.
///
/// @param name the exception's simple name, "CompilationError" or "Interrupted"
/// @param value its message
/// @param traceback what is shown below the cell, an entry a paragraph
public record Fault(String name, String value, List<String> traceback) {
    public Reply.Failed reply() {
        return new Reply.Failed(name, value, traceback);
    }

    /// The traceback as one text.
    public String text() {
        return String.join("\n", traceback) + "\n";
    }
}
