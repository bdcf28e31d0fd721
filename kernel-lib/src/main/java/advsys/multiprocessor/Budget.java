package advsys.multiprocessor;

import advsys.lab.Trial;
import advsys.lab.stop.HeapWatch;

/// What a run may use before it is ended as one that may never end by itself: accesses, turns of loops, and the heap of
/// this JVM. From time to time it also asks the trial whether to stop.
final class Budget {
    static final int LOOK = 1 << 14; // accesses, turns of loops or switches between two looks

    private final HeapWatch heap = new HeapWatch();
    private final long given;
    private final Trial trial;
    private final Simulation simulation;
    private long accesses; // that are left, but for those until the next look
    private int untilLook; // accesses
    private long turns;

    Budget(long given, Trial trial, Simulation simulation) {
        this.given = given;
        this.trial = trial;
        this.simulation = simulation;
        this.accesses = given;
        this.untilLook = portion();
        this.turns = Math.max(given, LOOK);
    }

    private int portion() {
        int portion = Math.clamp(accesses, 0, LOOK);
        accesses -= portion;
        return portion;
    }

    /// One access, to a part of `object`.
    void access(Object object) {
        if (--untilLook < 0) {
            more(object);
        }
    }

    private void more(Object object) {
        look(); // one CPU alone never comes back to the loop of switches
        untilLook = portion() - 1;
        if (untilLook < 0) {
            throw new Ended("the budget of " + given + " accesses is spent, and "
                    + simulation.thread().name() + " is"
                    + Interleaving.where() + ", on a line of "
                    + object.getClass().getSimpleName()
                    + ": the program may never end. Give it less to do, or the machine a larger budget");
        }
    }

    /// Reads that a CPU would have made while it slept.
    void slept(long reads) {
        accesses -= reads;
    }

    /// Loops have turned [#LOOK] times more, whether they touch shared memory or not.
    void turned() {
        turns -= LOOK;
        look();
        if (turns < 0) {
            throw new Ended("the budget of " + given + " turns of loops is spent, and "
                    + simulation.thread().name() + " turns in one" + line()
                    + ": the program may never end. Give it less to do, or the machine a larger budget");
        }
    }

    /// Before the `number`-th switch.
    void switches(long number) {
        if (number % LOOK == 0) {
            trial.poll();
        }
    }

    private void look() {
        trial.poll();
        if (heap.isFull()) {
            throw new Ended(simulation.thread().name() + " has objects" + line()
                    + ", and the heap of this JVM is full to " + HeapWatch.PERCENT
                    + " %: the program may make objects without end. Let it use them again, or give it less to do");
        }
    }

    private static String line() {
        return Ended.where(new Throwable().getStackTrace());
    }
}
