package advsys.multiprocessor;

import java.util.concurrent.CancellationException;

/// Why a simulated machine has ended a run: which CPU or thread, at which line, and what to do.
final class Ended extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private static final String HERE = Ended.class.getPackageName() + ".";

    Ended(String message) {
        super(message);
    }

    private Ended(String message, Throwable cause) {
        super(message, cause);
        setStackTrace(cause.getStackTrace()); // the reader's line is there
    }

    /// What ends a run when `thread` has thrown `any`.
    static Throwable by(SimulatedThread thread, Throwable any) {
        if (any instanceof ExceptionInInitializerError failed && failed.getCause() instanceof Ended ended) {
            return ended;
        } else if (any instanceof Ended
                || any instanceof CancellationException
                || any instanceof InterruptedException) {
            return any;
        }
        return new Ended(
                thread.name() + " threw " + any + where(any.getStackTrace())
                        + ": the others were stopped. Catch it, or mend what throws it",
                any);
    }

    /// The line of the program: neither of the JDK nor of the machine.
    static String where(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            boolean machine = type.startsWith(HERE) && type.indexOf('.', HERE.length()) < 0;
            if (!machine && !type.startsWith("java.") && !type.startsWith("jdk.") && !TakenOver.isName(type)) {
                String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
                return " at " + name + "." + frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
