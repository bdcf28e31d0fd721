package advsys.multiprocessor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the traffic of a simulated machine comes from: by CPU, by line of memory, and by line of source.
///
///     var profile = new Profile();
///     Experiment.of(new Contention()).with("machine", Multiprocessor.mesi(16).profiledBy(profile)) … .run();
///     profile.lines();
///
/// - **Guarantee** the counts are exact, and each of the three tables adds up to the same sums. A profile shows the
///   last run that ended.
/// - **Cost** nothing beside the simulation: it counts by line and by place anyway.
public final class Profile {
    private volatile List<MemoryUse> cpus = List.of();
    private volatile List<MemoryUse> lines = List.of();
    private volatile List<MemoryUse> sources = List.of();
    private volatile @Nullable Object subject;
    private volatile MemoryUse total = MemoryUse.of("all", new Counters());

    /// A profile of nothing yet.
    public Profile() {}

    /// One row for each CPU, in their order.
    public List<MemoryUse> cpus() {
        return cpus;
    }

    /// One row for each line of memory that was used, by the fields and elements in it; those for which CPUs stalled
    /// longest come first.
    public List<MemoryUse> lines() {
        return lines;
    }

    /// One row for each line of source that accesses shared memory; those at which CPUs stalled longest come first.
    public List<MemoryUse> sources() {
        return sources;
    }

    /// All of it together.
    public MemoryUse total() {
        return total;
    }

    /// The subject that the next run is about: its objects are named from there.
    void about(Object made) {
        subject = made;
    }

    @Nullable
    Object subject() {
        return subject;
    }

    void ended(Counters all, List<MemoryUse> byCpu, List<MemoryUse> byLine, List<MemoryUse> bySource) {
        total = MemoryUse.of("all", all);
        cpus = List.copyOf(byCpu);
        lines = worstFirst(byLine);
        sources = worstFirst(bySource);
    }

    private static List<MemoryUse> worstFirst(List<MemoryUse> uses) {
        List<MemoryUse> sorted = new ArrayList<>(uses);
        sorted.sort(Comparator.comparingLong(MemoryUse::stallCycles)
                .thenComparingLong(MemoryUse::accesses)
                .reversed());
        return List.copyOf(sorted);
    }

    @Override
    public String toString() {
        return "Profile[" + cpus.size() + " CPUs, " + lines.size() + " lines of memory, " + sources.size()
                + " lines of source]";
    }
}
