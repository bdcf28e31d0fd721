package advsys.locks.exam;

import advsys.lab.stop.Scope;
import java.util.function.Consumer;

/// A thread of an examination. Public only because woven locks call it.
public final class Visitor extends Thread {
    private final Scope scope;
    private final Consumer<Visitor> work;
    private final int number;
    private Dwell dwell = new Dwell(0); // these two are this thread's only
    private int focus;

    Visitor(int number, Scope scope, Consumer<Visitor> work) {
        super("visitor-" + number);
        this.number = number;
        this.scope = scope;
        this.work = work;
        setDaemon(true);
        setUncaughtExceptionHandler((stopped, why) -> {}); // stopped by the examination, whose finding says why
    }

    @Override
    public void run() {
        scope.adopt();
        work.accept(this);
    }

    int number() {
        return number;
    }

    /// This visitor's pauses from now on; the longest in the lock's code are at the site `focus`.
    Dwell dwell(long seed, int focus) {
        dwell = new Dwell(seed);
        this.focus = focus;
        return dwell;
    }

    /// Called by woven locks in front of every access to shared memory.
    public static void delay(int site) {
        if (Thread.currentThread() instanceof Visitor visitor) {
            if (site == visitor.focus) {
                visitor.dwell.atTheFocus();
            } else {
                visitor.dwell.onTheWay();
            }
        }
    }
}
