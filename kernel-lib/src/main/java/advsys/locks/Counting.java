package advsys.locks;

import advsys.lab.Crew;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.time.Duration;

/// Threads that count, each in a loop: on one word, on words side by side, or on words of their own lines.
///
/// @param threads how many count
/// @param windowMillis for how long
record Counting(int threads, int windowMillis) implements Scenario<Maker<Counting.Counter>, Counting.Row> {
    /// Counts one for a worker.
    interface Counter {
        void count(int worker);
    }

    /// What one trial gives.
    record Row(double incrementsPerMicrosecond) {}

    Counting() {
        this(2, 5);
    }

    @Override
    public Row run(Maker<Counter> maker, Trial trial) throws Exception {
        Counter counter = maker.make();
        Crew.Work work = trial.crew().window(threads, Duration.ofMillis(windowMillis), worker -> {
            int number = worker.number();
            while (worker.next()) {
                counter.count(number);
            }
        });
        return new Row(work.perMicrosecond());
    }
}
