package advsys.lab;

import java.util.ArrayList;
import java.util.List;

/// A trial of [Experiment#run]: choices go by seed, steps cost a counter, columns and the crew's overlap are kept.
final class MeasuredTrial extends TrialBase {
    private final List<Record> reported = new ArrayList<>();
    private final List<Crew.Work> works = new ArrayList<>();

    MeasuredTrial(long seed, Pulse pulse) {
        super(seed, pulse);
    }

    @Override
    public synchronized void report(Record columns) {
        pulse.beat();
        reported.add(columns);
    }

    @Override
    public Crew crew() {
        return new Crew(seed, pulse, this::worked);
    }

    private synchronized void worked(Crew.Work work) {
        works.add(work);
    }

    synchronized List<Record> reported() {
        return List.copyOf(reported);
    }

    /// The least overlap of its crews; NaN when there was none.
    synchronized double overlap() {
        return works.stream().mapToDouble(Crew.Work::overlap).min().orElse(Double.NaN);
    }

    /// What one round of its crews took; NaN when there was none.
    synchronized double nanosPerRound() {
        long rounds = works.stream().mapToLong(Crew.Work::total).sum();
        long nanos = works.stream().mapToLong(Crew.Work::nanos).sum();
        return rounds == 0 ? Double.NaN : (double) nanos / rounds;
    }

    synchronized boolean hadCrew() {
        return !works.isEmpty();
    }
}
