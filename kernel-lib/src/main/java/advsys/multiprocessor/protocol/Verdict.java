package advsys.multiprocessor.protocol;

import advsys.lab.Bundle;
import advsys.lab.Shown;
import advsys.lab.Trace;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the exploration of a protocol has found.
public final class Verdict implements Shown {
    private final Protocol protocol;
    private final int cpus;
    private final int statesOfALine;
    private final long statesOfTwoLines;
    private final long millis;
    private final @Nullable Counterexample wrong;
    private final List<Entry> unused;

    Verdict(
            Protocol protocol,
            int cpus,
            int statesOfALine,
            long statesOfTwoLines,
            long millis,
            @Nullable Counterexample wrong,
            List<Entry> unused) {
        this.protocol = protocol;
        this.cpus = cpus;
        this.statesOfALine = statesOfALine;
        this.statesOfTwoLines = statesOfTwoLines;
        this.millis = millis;
        this.wrong = wrong;
        this.unused = List.copyOf(unused);
    }

    /// True when nothing went wrong and every row was used.
    public boolean holds() {
        return wrong == null && unused.isEmpty();
    }

    /// What went wrong, in one sentence; empty when nothing did.
    public String violation() {
        return wrong == null ? "" : wrong.what();
    }

    /// The shortest way to it, a step a line; empty when nothing went wrong.
    public List<String> way() {
        return wrong == null
                ? List.of()
                : wrong.way().stream().map(move -> move.describe(cpus)).toList();
    }

    /// The rows that can never be used.
    public List<String> unusedRows() {
        return unused.stream().map(entry -> entry.table() + ": " + entry).toList();
    }

    /// How many states one line has.
    public int statesOfALine() {
        return statesOfALine;
    }

    /// How many states two lines have together, not counting those that differ in the names of CPUs or lines only; 0
    /// when one line already went wrong.
    public long statesOfTwoLines() {
        return statesOfTwoLines;
    }

    /// How long it took.
    public long millis() {
        return millis;
    }

    /// The shortest way to what went wrong.
    ///
    /// @throws IllegalStateException if nothing did
    public Trace trace() {
        if (wrong == null) {
            throw new IllegalStateException(protocol.name() + " did nothing wrong: there is no counterexample to show");
        }
        return wrong.trace();
    }

    @Override
    public Bundle shown() {
        return wrong == null ? Bundle.text(toString()) : wrong.trace().shown();
    }

    @Override
    public String toString() {
        String head = protocol.name() + ", " + cpus + (cpus == 1 ? " CPU" : " CPUs") + ": ";
        if (wrong != null) {
            return head + wrong.what() + ", after " + wrong.way().size() + " steps";
        }
        String size = String.format("%,d states of a line, %,d of two", statesOfALine, statesOfTwoLines);
        return head
                + (unused.isEmpty()
                        ? "holds, and every row is used (" + size + ")"
                        : "nothing goes wrong, but nothing ever uses "
                                + unused.stream().map(Entry::toString).collect(Collectors.joining("; ")));
    }
}
