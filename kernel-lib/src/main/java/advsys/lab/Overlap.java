package advsys.lab;

import java.util.List;
import java.util.OptionalLong;

/// For which share of the time a crew really worked in parallel: as many workers got on as the host has cores for.
///
/// Two views, of which the worse counts:
/// - Time is cut into slices of a millisecond; a worker got on in a slice if it completed a round there. Where a round
///   is long, slices are joined until each has room for four. It sees workers that stand still, for any reason.
/// - Linux tells how long each thread was ready to run and had no CPU. It sees what is shorter than a slice.
final class Overlap {
    private static final int ROUNDS_PER_SLICE = 4;

    private Overlap() {}

    /// @param sliceEnds the end of each slice in nanoseconds; the first is the start of all
    static double of(List<Worker> workers, long[] sliceEnds, int slices) {
        double all = Math.max(1, sliceEnds[slices] - sliceEnds[0]);
        int wanted = Math.min(workers.size(), Runtime.getRuntime().availableProcessors());
        return Math.min(inSlices(workers, sliceEnds, slices, wanted, all), onCpus(workers, wanted, all));
    }

    private static double inSlices(List<Worker> workers, long[] sliceEnds, int slices, int wanted, double all) {
        long rounds = workers.stream().mapToLong(Worker::done).sum();
        double roundNanos = all * workers.size() / Math.max(1, rounds);
        int joined = (int) Math.min(slices, Math.ceil(ROUNDS_PER_SLICE * roundNanos * slices / all));
        double together = 0;
        for (int first = 1; first <= slices; first += joined) {
            int from = first;
            int to = Math.min(slices, first + joined - 1);
            long active = workers.stream()
                    .filter(worker -> worker.progressed(from, to))
                    .count();
            if (active >= wanted) {
                together += sliceEnds[to] - sliceEnds[from - 1];
            }
        }
        return together / all;
    }

    private static double onCpus(List<Worker> workers, int wanted, double all) {
        double ready = 0;
        for (Worker worker : workers) {
            OptionalLong waited = worker.waitedForCpu();
            if (waited.isEmpty()) {
                return 1; // nobody can tell
            }
            ready += Math.max(0, all - waited.getAsLong());
        }
        return Math.min(1, ready / (wanted * all));
    }

    /// How long the current thread has been ready to run without a CPU, since it began; empty where that is not told.
    static OptionalLong waitedForCpu(HostFiles files) {
        // nanoseconds on a CPU, nanoseconds waiting for one, number of turns
        return files.text("proc/thread-self/schedstat")
                .map(text -> text.split(" ", -1))
                .filter(fields -> fields.length == 3)
                .map(fields -> HostFiles.parse(fields[1]))
                .orElse(OptionalLong.empty());
    }
}
