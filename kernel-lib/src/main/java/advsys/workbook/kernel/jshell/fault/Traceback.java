package advsys.workbook.kernel.jshell.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Shows exceptions of the reader's code.
public final class Traceback {
    private static final int DEEPEST = 20;

    private final Frames frames;
    private final Function<Throwable, Optional<Advice>> adviser;

    /// What is known about an exception.
    ///
    /// @param message what to say in place of its message; empty leaves that
    /// @param hint what to do; empty for nothing
    public record Advice(String message, String hint) {}

    public Traceback(SourceBook book, Function<Throwable, Optional<Advice>> adviser) {
        this.frames = new Frames(book);
        this.adviser = adviser;
    }

    /// An exception that ended a cell.
    public Fault fault(Throwable thrown) {
        Optional<Advice> advice = adviser.apply(thrown);
        String better = advice.map(Advice::message).orElse("");
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(better.isEmpty() ? Messages.headline(thrown) : Ansi.red(Messages.name(thrown)) + ": " + better);
        add(paragraphs, thrown, new StackTraceElement[0], Collections.newSetFromMap(new IdentityHashMap<>()));
        advice.map(Advice::hint)
                .filter(hint -> !hint.isEmpty())
                .ifPresent(hint -> paragraphs.add(Ansi.magenta("Hint: ") + hint));
        return new Fault(
                Messages.name(thrown), better.isEmpty() ? Messages.message(thrown) : better, List.copyOf(paragraphs));
    }

    /// An exception that ended a thread.
    public String ofThread(Thread thread, Throwable thrown) {
        String name = thread.getName().isEmpty() ? "a virtual thread" : "thread " + thread.getName();
        return Ansi.bold("Exception in " + name + ": ") + fault(thrown).text();
    }

    /// A thread's stack.
    public List<String> stack(StackTraceElement[] stack) {
        return frames.show(stack);
    }

    /// The reader's own frames of `thrown`, innermost first.
    public List<StackTraceElement> readersFrames(Throwable thrown) {
        return List.of(thrown.getStackTrace()).stream()
                .filter(frames::isReaders)
                .toList();
    }

    private void add(List<String> paragraphs, Throwable thrown, StackTraceElement[] around, Set<Throwable> seen) {
        seen.add(thrown);
        StackTraceElement[] stack = thrown.getStackTrace();
        paragraphs.add(String.join("", frames.show(own(stack, around))).stripTrailing());
        for (Throwable suppressed : thrown.getSuppressed()) {
            addFurther(paragraphs, "Suppressed: ", suppressed, stack, seen);
        }
        if (thrown.getCause() != null) {
            addFurther(paragraphs, "Caused by: ", thrown.getCause(), stack, seen);
        }
    }

    private void addFurther(
            List<String> paragraphs, String how, Throwable thrown, StackTraceElement[] around, Set<Throwable> seen) {
        if (seen.contains(thrown) || seen.size() == DEEPEST) {
            paragraphs.add(Ansi.bold(how) + Messages.headline(thrown) + " (shown above, or too deep)");
            return;
        }
        paragraphs.add(Ansi.bold(how) + Messages.headline(thrown));
        add(paragraphs, thrown, around, seen);
    }

    /// Leaves out the frames at the bottom that `stack` has in common with the exception around it.
    private static StackTraceElement[] own(StackTraceElement[] stack, StackTraceElement[] around) {
        int mine = stack.length;
        int other = around.length;
        while (mine > 0 && other > 0 && stack[mine - 1].equals(around[other - 1])) {
            mine--;
            other--;
        }
        return java.util.Arrays.copyOf(stack, Math.max(mine, Math.min(1, stack.length)));
    }
}
