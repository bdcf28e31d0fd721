package advsys.workbook.grading.sandbox;

/// What a submission may use only so much of. [#toString] is its name in a report.
public enum Limit {
    /// Time on the clock.
    TIME("time"),
    /// Time of the processors.
    CPU("processor time"),
    /// Heap, direct and foreign memory.
    MEMORY("memory"),
    /// Threads; processes there are none.
    PROCESSES("processes and threads"),
    /// Files under `/tmp`, all that can be written.
    DISK("disk"),
    /// What is printed.
    OUTPUT("output");

    private final String words;

    Limit(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
