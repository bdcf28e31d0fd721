package advsys.workbook.kernel.jshell.load;

/// What stands in a cell's classes in place of `System.exit`, `Runtime.exit` and `Runtime.halt`. Public only because
/// those classes link to it.
@SuppressWarnings("DoNotCallSuggester") // only rewritten code calls it
public final class Exit {
    private Exit() {}

    /// In place of `System.exit(status)`.
    public static void refuse(int status) {
        throw refusal("System.exit", status);
    }

    /// In place of `runtime.exit(status)`.
    public static void refuseExit(Runtime runtime, int status) {
        throw refusal("Runtime.exit", status);
    }

    /// In place of `runtime.halt(status)`.
    public static void refuseHalt(Runtime runtime, int status) {
        throw refusal("Runtime.halt", status);
    }

    private static UnsupportedOperationException refusal(String what, int status) {
        return new UnsupportedOperationException(what + "(" + status + ") would end the kernel, and with it every "
                + "variable of this notebook. To leave a method use return or throw; to end the kernel choose "
                + "\"Shut Down Kernel\" in the menu.");
    }
}
