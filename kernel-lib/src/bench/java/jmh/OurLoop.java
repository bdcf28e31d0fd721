package jmh;

import advsys.lab.Crew;
import advsys.lab.Experiment;
import advsys.lab.Results;
import advsys.lab.Scenario;
import advsys.lab.Trial;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The cells in the lab's own loop, in a JVM of their own as in JMH's fork: a line for each, `OURS sum 101.2 100.9 …`.
public final class OurLoop {
    private static final int TRIALS = 31;

    static volatile long sink;

    private OurLoop() {}

    /// A cell as our loop knows it.
    public interface Work {
        long once();
    }

    /// One thread does the same again and again.
    public record Again(int windowMillis) implements Scenario<Work, Again.Row> {
        public record Row(double nanosPerRound) {}

        public Again() {
            this(20);
        }

        @Override
        public Row run(Work work, Trial trial) throws Exception {
            Crew.Work done = trial.crew().window(1, Duration.ofMillis(windowMillis), worker -> {
                long all = 0;
                while (worker.next()) {
                    all += work.once();
                }
                sink = all;
            });
            return new Row(done.nanosPerRound());
        }
    }

    public static void main(String[] arguments) {
        Cells cells = new Cells();
        Results run = Experiment.of(new Again())
                .subject("sum", cells::sum)
                .subject("lock", cells::lock)
                .subject("sort", cells::sort)
                .repeats(TRIALS)
                .run();
        for (String cell : new String[] {"sum", "lock", "sort"}) {
            double[] nanos = run.where("subject", cell)
                    .table()
                    .doubleColumn("nanosPerRound")
                    .asDoubleArray();
            System.out.println("\nOURS " + cell + " "
                    + Arrays.stream(nanos).mapToObj(Double::toString).collect(Collectors.joining(" ")));
        }
    }
}
