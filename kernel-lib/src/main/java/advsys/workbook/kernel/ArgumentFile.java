package advsys.workbook.kernel;

/// Files of arguments for the JDK's launcher: `java @file`.
public final class ArgumentFile {
    private ArgumentFile() {}

    /// An argument as the launcher reads it: in quotes, a backslash before quotes and backslashes.
    public static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
