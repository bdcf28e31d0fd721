package advsys.lab.subjects;

import advsys.lab.Crew;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.time.Duration;

/// Threads pass through a gate for some milliseconds.
public record Passing(int threads, int windowMillis) implements Scenario<Maker<Gate>, Passing.Row> {
    public Passing() {
        this(1, 5);
    }

    public record Row(double passagesPerMicrosecond) {}

    @Override
    public Row run(Maker<Gate> maker, Trial trial) throws Exception {
        Gate gate = maker.make();
        Crew.Work work = trial.crew().window(threads, Duration.ofMillis(windowMillis), worker -> {
            while (worker.next()) {
                gate.enter();
                gate.leave();
            }
        });
        return new Row(work.perMicrosecond());
    }
}
