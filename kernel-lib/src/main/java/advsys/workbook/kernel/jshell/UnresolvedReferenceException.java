package advsys.workbook.kernel.jshell;

/// Thrown where a cell uses a declaration that mentions something no cell has declared.
final class UnresolvedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnresolvedReferenceException(String message, StackTraceElement[] stack) {
        super(message);
        setStackTrace(stack);
    }
}
