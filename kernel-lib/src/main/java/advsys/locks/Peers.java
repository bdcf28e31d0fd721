package advsys.locks;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.lab.Results;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// What published figures say of the JDK's own classes.
final class Peers {
    private Peers() {}

    static double[] bargingOverFair(int trials) {
        return LockReproductions.locks(
                "acquisitionsPerMicrosecond", 2, trials, "barging", Mutexes::reentrant, "fair", Mutexes::fair);
    }

    static double[] stripedOverAtomic(int trials) {
        return ratio(
                trials,
                () -> {
                    LongAdder adder = new LongAdder();
                    return worker -> adder.increment();
                },
                () -> {
                    AtomicLong atomic = new AtomicLong();
                    return worker -> atomic.getAndIncrement();
                });
    }

    static double[] apartOverNeighbours(int trials) {
        Results run = Experiment.of(new Neighbours())
                .subject("lock", Neighbours.Use.LOCK)
                .with("bytesApart", 4, 128)
                .repeats(trials)
                .run();
        return LockReproductions.numbers(run.relativeTo("bytesApart", 128).where("bytesApart", 4), "nanosPerUse");
    }

    private static double[] ratio(int trials, Maker<Counting.Counter> above, Maker<Counting.Counter> below) {
        Results run = Experiment.of(new Counting())
                .subject("above", above)
                .subject("below", below)
                .repeats(trials)
                .run();
        return LockReproductions.numbers(
                run.relativeTo("subject", "below").where("subject", "above"), "incrementsPerMicrosecond");
    }
}
