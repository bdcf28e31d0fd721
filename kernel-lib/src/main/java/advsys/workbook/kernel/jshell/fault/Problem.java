package advsys.workbook.kernel.jshell.fault;

/// What the compiler does not accept.
///
/// @param code the compiler's name for this kind of problem, `compiler.err.expected`
/// @param message what the compiler says
/// @param start where in the source the part begins that it is about
/// @param position where exactly
/// @param end where the part ends
public record Problem(String code, String message, int start, int position, int end) {
    /// The code of a name that no cell has declared yet, used where that is allowed for the time being.
    public static final String UNRESOLVED = "advsys.unresolved";

    /// The message without its first line, for `symbol:` or `required:`; "" when there is no such line.
    String detail(String label) {
        for (String line : message.lines().toList()) {
            String trimmed = line.strip();
            if (trimmed.startsWith(label + ":")) {
                return trimmed.substring(label.length() + 1).strip().replaceAll("\\s+", " ");
            }
        }
        return "";
    }

    String headline() {
        return message.lines().findFirst().orElse("").strip();
    }

    /// Did the compiler come to the end of the source too early?
    public boolean isEnd() {
        return is("premature.eof");
    }

    boolean is(String name) {
        return code.equals("compiler.err." + name) || code.startsWith("compiler.err." + name + ".");
    }
}
