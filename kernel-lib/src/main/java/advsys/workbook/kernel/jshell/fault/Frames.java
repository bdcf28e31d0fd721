package advsys.workbook.kernel.jshell.fault;

import advsys.workbook.kernel.jshell.load.Wrapper;
import advsys.workbook.kernel.jshell.source.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A stack as the reader should see it: own frames with their line, frames of libraries, nothing of the JDK, of JShell
/// or of the kernel.
final class Frames {
    private static final List<String> HIDDEN =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "advsys.workbook.kernel.", "advsys.lab.stop.");
    private static final int MOST = 20;
    private static final int WHEN_ALL_ARE_HIDDEN = 5;
    private static final int AROUND = 2;

    private final SourceBook book;

    Frames(SourceBook book) {
        this.book = book;
    }

    boolean isReaders(StackTraceElement frame) {
        return book.lines(frame.getFileName()) != null && Wrapper.of(frame.getClassName()) != null;
    }

    /// The stack as text, one frame or excerpt per entry. The first of the reader's own frames has its neighbours.
    List<String> show(StackTraceElement[] stack) {
        List<StackTraceElement> kept = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (isReaders(frame) || HIDDEN.stream().noneMatch(frame.getClassName()::startsWith)) {
                kept.add(frame);
            }
        }
        if (kept.isEmpty()) {
            kept = List.of(stack).subList(0, Math.min(stack.length, WHEN_ALL_ARE_HIDDEN));
        }
        return kept.size() <= MOST ? each(kept) : eachOnce(kept);
    }

    private List<String> each(List<StackTraceElement> frames) {
        List<String> shown = new ArrayList<>();
        boolean first = true;
        for (StackTraceElement frame : frames) {
            shown.add(show(frame, first && isReaders(frame) ? AROUND : 0, ""));
            first &= !isReaders(frame);
        }
        return shown;
    }

    /// A recursion without end: each line once, with how often it was found.
    private List<String> eachOnce(List<StackTraceElement> frames) {
        Map<StackTraceElement, Integer> counts = new LinkedHashMap<>();
        frames.forEach(frame -> counts.merge(frame, 1, Integer::sum));
        List<String> shown = new ArrayList<>();
        for (Map.Entry<StackTraceElement, Integer> entry : counts.entrySet()) {
            if (shown.size() == MOST) {
                shown.add("    … " + (counts.size() - MOST) + " more\n");
                break;
            }
            String times = entry.getValue() == 1 ? "" : " (" + entry.getValue() + " times)";
            shown.add(show(entry.getKey(), shown.isEmpty() && isReaders(entry.getKey()) ? AROUND : 0, times));
        }
        return shown;
    }

    private String show(StackTraceElement frame, int around, String times) {
        Lines source = book.lines(frame.getFileName());
        if (source == null || !isReaders(frame)) {
            return "    at " + Wrapper.strip(frame.toString()) + times + "\n";
        }
        String place = frame.getFileName() + " line " + frame.getLineNumber() + method(frame) + times;
        return Ansi.blue(place) + "\n" + Excerpt.of(source, frame.getLineNumber(), around);
    }

    private static String method(StackTraceElement frame) {
        String name = frame.getMethodName();
        boolean lambda = name.startsWith("lambda$");
        if (lambda) {
            int end = name.lastIndexOf('$');
            name = name.substring("lambda$".length(), Math.max(end, "lambda$".length()));
        }
        String type = type(frame.getClassName());
        if (name.startsWith("do_it$") || (name.equals("static") && type.isEmpty())) {
            return lambda ? ", in a lambda" : "";
        }
        String where =
                name.equals("<init>") || name.equals("new") ? "new " + type : (type.isEmpty() ? "" : type + ".") + name;
        return (lambda ? ", in a lambda in " : ", in ") + where;
    }

    /// The reader's class in a frame; empty for methods of a cell.
    private static String type(String className) {
        String wrapper = Wrapper.of(className);
        if (wrapper == null || className.length() <= wrapper.length()) {
            return "";
        }
        String inner = className.substring(wrapper.length() + 1);
        int hidden = inner.indexOf('/'); // a copy that the laboratory made
        return (hidden < 0 ? inner : inner.substring(0, hidden)).replace('$', '.');
    }
}
