package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.fault.SourceBook;
import advsys.workbook.kernel.jshell.fault.Traceback.Advice;
import advsys.workbook.kernel.jshell.load.Wrapper;
import advsys.workbook.kernel.jshell.source.Lines;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows what is behind some exceptions: variables that were reset, classes that were declared again, failed
/// assertions, exhausted memory.
final class Adviser implements Function<Throwable, Optional<Advice>> {
    private static final Pattern NULL_VARIABLE =
            Pattern.compile("because \"REPL\\.\\$JShell\\$[0-9A-Z_]+\\.([\\w$]+)\" is null");
    private static final Pattern CAST = Pattern.compile("class (\\S+) cannot be cast to class (\\S+)(?s:.*)");
    private static final Pattern ASSERTION = Pattern.compile(".*\\bassert\\s+(.*?)\\s*(?:;.*)?");

    /// What a full heap asks of the reader.
    static final String HEAP =
            "this kernel's heap holds " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB. Set variables that are no longer needed to null, or %reset";

    private final Session session;
    private final SourceBook book;

    Adviser(Session session, SourceBook book) {
        this.session = session;
        this.book = book;
    }

    @Override
    public Optional<Advice> apply(Throwable thrown) {
        return switch (thrown) {
            case NullPointerException e -> ofNull(e);
            case ClassCastException e -> ofCast(e);
            case AssertionError e when e.getMessage() == null && e.getCause() == null -> ofAssertion(e);
            case OutOfMemoryError e -> Optional.of(new Advice("", HEAP));
            case StackOverflowError e ->
                Optional.of(new Advice("", "a method calls itself, by itself or through others, and never returns"));
            case NoClassDefFoundError e ->
                Optional.of(new Advice("", "a library is missing or incomplete: add its jar with %jars or %maven"));
            default -> Optional.empty();
        };
    }

    private Optional<Advice> ofNull(NullPointerException thrown) {
        Matcher matcher = NULL_VARIABLE.matcher(String.valueOf(thrown.getMessage()));
        if (matcher.find()) {
            return session.resets().of(matcher.group(1)).map(reset -> new Advice(reset.sentence(), ""));
        }
        List<Resets.Reset> mentioned = session.resets().mentionedIn(readersLine(thrown)); // null was handed on
        return mentioned.isEmpty()
                ? Optional.empty()
                : Optional.of(new Advice(mentioned.getFirst().sentence(), ""));
    }

    private static Optional<Advice> ofCast(ClassCastException thrown) {
        Matcher matcher = CAST.matcher(String.valueOf(thrown.getMessage()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String from = Wrapper.strip(matcher.group(1));
        return from.equals(Wrapper.strip(matcher.group(2)))
                ? Optional.of(new Advice(
                        "this is an object of the old " + from,
                        from + " was declared again since the object was made: run the cell that makes it"))
                : Optional.empty();
    }

    private Optional<Advice> ofAssertion(AssertionError thrown) {
        Matcher matcher = ASSERTION.matcher(readersLine(thrown));
        return matcher.matches() ? Optional.of(new Advice("not true: " + matcher.group(1), "")) : Optional.empty();
    }

    /// The reader's line that it came from; "" when there is none.
    private String readersLine(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            Lines lines = book.lines(frame.getFileName());
            if (lines != null) {
                return lines.line(frame.getLineNumber());
            }
        }
        return "";
    }
}
