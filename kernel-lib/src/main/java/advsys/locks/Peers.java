package advsys.locks;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.lab.Results;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// What published figures say of the JDK's own classes.
final class Peers {
    private static final int LINES = 16; // longs in 128 bytes

    private Peers() {}

    private record Theirs(ReentrantLock theirs) implements Mutex {
        @Override
        @SuppressWarnings("LockNotBeforeTry") // a mutex is taken in one call and given back in another
        public void lock() {
            theirs.lock();
        }

        @Override
        public void unlock() {
            theirs.unlock();
        }
    }

    static double[] bargingOverFair(int trials) {
        return LockReproductions.locks(
                "acquisitionsPerMicrosecond",
                2,
                trials,
                "barging",
                () -> new Theirs(new ReentrantLock()),
                "fair",
                () -> new Theirs(new ReentrantLock(true)));
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
        return ratio(trials, () -> words(LINES), () -> words(1));
    }

    /// Words of one array, the first of them well behind the array's header.
    private static Counting.Counter words(int apart) {
        AtomicLongArray words = new AtomicLongArray(4 * LINES);
        return worker -> words.getAndIncrement(LINES + worker * apart);
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
