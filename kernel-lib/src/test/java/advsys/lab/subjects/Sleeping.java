package advsys.lab.subjects;

import advsys.lab.Scenario;
import advsys.lab.Trial;

/// Sleeps for a minute when the second of three choices is taken.
public record Sleeping() implements Scenario<String, Sleeping.Row> {
    public record Row(int slept) {}

    @Override
    public Row run(String subject, Trial trial) throws Exception {
        if (trial.choose("a", 3) == 1) {
            Thread.sleep(60_000);
        }
        return new Row(0);
    }
}
