package advsys.locks.exam;

import advsys.lab.Cancel;
import advsys.lab.stop.Scope;
import advsys.locks.exam.Finding.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The threads of an examination: started together, watched, and ended whatever they are doing.
final class Visitors {
    private static final long LOOK_NANOS = 2_000_000;
    private static final long END_NANOS = 2_000_000_000L;
    private static final int STRIDE = 16; // longs: each visitor's entry has two cache lines
    static final int WANTING = 1;
    static final int INSIDE = 2;
    private static final String[] DOING = {"is outside", "wants the lock", "is inside", "gives the lock up"};

    private final Scope scope = Scope.open("examination");
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLongArray steps; // each visitor writes its own entry; opaque, to order nothing for the lock
    private final Duration patience;
    private String story = "";
    private String leftOver = "";

    /// `number` threads that are to do `work`; when nothing moves for `patience`, nothing can be said.
    Visitors(int number, Duration patience, Consumer<Visitor> work) {
        this.patience = patience;
        steps = new AtomicLongArray(number * STRIDE);
        for (int i = 0; i < number; i++) {
            threads.add(new Visitor(i, scope, work));
        }
    }

    /// The calling visitor goes on: from outside to wanting the lock, to being inside, to giving it up, to
    /// outside.
    void step(int visitor) {
        steps.setOpaque(visitor * STRIDE, steps.getPlain(visitor * STRIDE) + 1);
    }

    /// What `visitor` is at: 0 outside, 1 wants the lock, 2 is inside, 3 gives it up.
    int where(int visitor) {
        return (int) steps.getOpaque(visitor * STRIDE) & 3;
    }

    Thread thread(int visitor) {
        return threads.get(visitor);
    }

    /// Starts all threads and watches them until `over`, or until they hang; then ends them.
    ///
    /// @return HOLDS when it was over; else see [Watch#look], and [#story]
    /// @throws java.util.concurrent.CancellationException if the calling thread is interrupted
    Verdict run(BooleanSupplier over) {
        return run(over, _ -> {});
    }

    /// The same. `hung` hears the verdict before the threads are ended: what they do then counts no more.
    Verdict run(BooleanSupplier over, Consumer<Verdict> hung) {
        try {
            threads.forEach(Thread::start);
            return watch(over, hung);
        } finally {
            end();
        }
    }

    private Verdict watch(BooleanSupplier over, Consumer<Verdict> hung) {
        Watch watch = new Watch(threads, visitor -> where(visitor) != 0, this::movement, patience.toNanos());
        while (!over.getAsBoolean()) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            Cancel.poll();
            Verdict verdict = watch.look();
            if (verdict != null) {
                story = tell(verdict);
                hung.accept(verdict);
                return verdict;
            }
        }
        return Verdict.HOLDS;
    }

    private long movement() {
        long sum = 0;
        for (int i = 0; i < threads.size(); i++) {
            sum += steps.getOpaque(i * STRIDE);
        }
        return sum;
    }

    /// Where everyone stood when the watch ended it.
    String story() {
        return story + leftOver;
    }

    /// How many could not be ended, in words; empty when all were.
    String leftOver() {
        return leftOver;
    }

    private String tell(Verdict verdict) {
        StringBuilder lines = new StringBuilder(
                verdict == Verdict.HANG
                        ? "nobody got anywhere, though each had the processor for long enough or was asleep"
                        : "this host gave the visitors too little time on a processor");
        for (int i = 0; i < threads.size(); i++) {
            if (where(i) != 0) {
                lines.append("\n  visitor ").append(i).append(' ').append(DOING[where(i)]);
                lines.append(threads.get(i).getState() == Thread.State.RUNNABLE ? "" : ", asleep");
                lines.append(place(threads.get(i).getStackTrace()));
            }
        }
        return lines.toString();
    }

    /// What `thrown` says, and where in the lock it came from.
    static String story(int visitor, Throwable thrown) {
        return "visitor " + visitor + " got " + thrown + place(thrown.getStackTrace());
    }

    private static String place(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String owner = frame.getClassName();
            boolean ours = owner.equals(Dwell.class.getName()) || owner.equals(Visitor.class.getName());
            if (!ours && !owner.startsWith("java.") && !owner.startsWith("jdk.")) {
                return ", at " + frame.getMethodName() + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }

    private void end() {
        scope.stop();
        threads.forEach(Thread::interrupt); // for those that are asleep
        boolean interrupted = Thread.interrupted(); // or join would not wait
        long until = System.nanoTime() + END_NANOS;
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException again) {
            interrupted = true; // asked twice: do not wait for the rest
        }
        scope.close();
        long left = threads.stream().filter(Thread::isAlive).count();
        if (left > 0) {
            leftOver = "\n  " + left + " of them could not be ended, and keep what they hold";
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
