package advsys.workbook.kernel;

import advsys.lab.Bundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a cell ended.
public sealed interface Reply {
    /// It ended; `result` is what the last expression shows. `payload` as in Jupyter's `execute_reply`
    /// (`set_next_input`, `page`).
    record Done(Optional<Bundle> result, List<Map<String, Object>> payload) implements Reply {}

    /// It failed. `name` is the simple class name of the exception, "CompilationError" or "Interrupted"; `traceback`
    /// has a line or more per entry, coloured by ANSI sequences.
    record Failed(String name, String value, List<String> traceback) implements Reply {}
}
