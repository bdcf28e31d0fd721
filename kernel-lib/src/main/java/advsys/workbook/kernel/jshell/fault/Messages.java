package advsys.workbook.kernel.jshell.fault;

import advsys.workbook.kernel.jshell.load.Wrapper;
import java.util.regex.Pattern;

/// The name and the message of an exception, without what JShell and class loaders add.
final class Messages {
    private static final Pattern LOADERS = Pattern.compile(" \\([^()]* (?:is|are) in [^()]*\\)");

    private Messages() {}

    /// The simple name of its class; of an anonymous class that of the class it extends.
    static String name(Throwable thrown) {
        Class<?> type = thrown.getClass();
        while (type.getSimpleName().isEmpty() && type.getSuperclass() != null) {
            type = type.getSuperclass();
        }
        return type.getSimpleName();
    }

    /// Its message, or "" when it has none.
    static String message(Throwable thrown) {
        String message;
        try {
            message = thrown.getLocalizedMessage();
        } catch (Throwable failed) { // the reader's own getMessage()
            return "(its getMessage() failed: " + name(failed) + ")";
        }
        if (message == null) {
            return "";
        }
        String own = Wrapper.strip(message);
        return thrown instanceof ClassCastException ? LOADERS.matcher(own).replaceAll("") : own;
    }

    /// `name: message`.
    static String headline(Throwable thrown) {
        String message = message(thrown);
        return Ansi.red(name(thrown)) + (message.isEmpty() ? "" : ": " + message);
    }
}
