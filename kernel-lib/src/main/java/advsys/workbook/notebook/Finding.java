package advsys.workbook.notebook;

import java.nio.file.Path;

/// One thing that a rule found.
///
/// @param file the notebook
/// @param cell the cell's id, or "notebook" for what belongs to none
/// @param rule the rule's name, as `metadata.advsys.allow` takes it
/// @param severity whether the linter fails
/// @param what what is wrong
/// @param remedy what to do
public record Finding(Path file, String cell, String rule, Severity severity, String what, String remedy) {

    /// An error fails the linter, a warning does not.
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// `file: cell-id: rule: what, remedy`, one line.
    @Override
    public String toString() {
        String mark = isError() ? "" : " (warning)";
        return file + ": " + cell + ": " + rule + mark + ": " + what + "; " + remedy;
    }
}
