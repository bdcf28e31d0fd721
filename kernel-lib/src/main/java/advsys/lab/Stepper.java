package advsys.lab;

import java.util.concurrent.CancellationException;

/// One picture of a trace that goes where it is told: each verb redraws it in place, whichever cell it is called from.
///
///     var s = counted.trace().stepper();
///     s.step();
///
/// - **Guarantee** it stays within the trace: before the first step it is the first, after the last the last. [#play]
///   ends at the end, or when the cell is interrupted; it then stays where it was. It redraws at most ten times a
/// second.
/// - **Cost** a step is looked up in the steps before it: a millisecond for thousands.
/// - **Differs** a console cannot go back: there every verb prints the picture, and [#play] one line a step. JupyterLab
///   forgets which output was which when its page is loaded anew: then [#show] makes a new picture.
/// - **Errors** [IllegalArgumentException] for a step or an event that is not there, with those that are.
public final class Stepper implements Shown {
    private static final String HOW =
            "to redraw it, call on its variable: step()  back()  at(7)  at(\"event\")  play()  show()";
    private static final String ELSEWHERE = "The stepper is further below now: show() was called there.";
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 1000;
    private static final long REDRAW_NANOS = 100_000_000;

    private final Display display = Display.here();
    private Trace trace;
    private Display.Shelf shelf;

    private Stepper(Trace trace) {
        this.trace = trace;
        this.shelf = display.show(picture());
    }

    static Stepper of(Trace trace) {
        return new Stepper(trace);
    }

    /// Goes one step forward.
    public void step() {
        move(trace.position() + 1);
    }

    /// Goes one step back.
    public void back() {
        move(trace.position() - 1);
    }

    /// Goes to step `number`, as the picture numbers them.
    ///
    /// @throws IllegalArgumentException if there is none
    public void at(int number) {
        if (number < 1 || number > trace.steps().size()) {
            throw new IllegalArgumentException("there is no step " + number + ": they are numbered 1 to "
                    + trace.steps().size());
        }
        move(number - 1);
    }

    /// Goes to the first step whose event is `event`, or contains it when none is.
    ///
    /// @throws IllegalArgumentException if there is none, with the events there are
    public void at(String event) {
        move(trace.indexOf(event));
    }

    /// Goes on to the end, two steps a second.
    public void play() {
        play(2);
    }

    /// Goes on to the end. From the last step it begins anew.
    ///
    /// @throws IllegalArgumentException if `stepsPerSecond` is not between 0.1 and 1000
    /// @throws CancellationException when the cell is interrupted
    public void play(double stepsPerSecond) {
        if (!(stepsPerSecond >= SLOWEST && stepsPerSecond <= FASTEST)) {
            throw new IllegalArgumentException("play(" + stepsPerSecond + "): 0.1 to 1000 steps a second");
        }
        int last = trace.steps().size() - 1;
        if (trace.position() >= last) {
            move(0);
        }
        int first = trace.position();
        long start = System.nanoTime();
        long drawn = start;
        for (int index = first + 1; index <= last; index++) {
            sleepUntil(start + (long) ((index - first) * 1e9 / stepsPerSecond));
            trace = trace.at(index);
            if (!display.live()) {
                Trace.Step step = trace.steps().get(index);
                System.out.println(step.number() + "  " + step.actor()
                        + (step.to().isEmpty() ? "" : " → " + step.to()) + "  " + step.event());
            } else if (index < last && System.nanoTime() - drawn >= REDRAW_NANOS) {
                drawn = System.nanoTime();
                shelf.replace(picture());
            }
        }
        move(last);
    }

    private static void sleepUntil(long nanoTime) {
        Cancel.poll();
        long wait = nanoTime - System.nanoTime();
        if (wait > 0) {
            try {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            Cancel.poll();
        }
    }

    /// Makes a new picture here; the old one says that it is no longer the one.
    public void show() {
        if (display.live()) {
            shelf.replace(Bundle.text(ELSEWHERE));
        }
        shelf = display.show(picture());
    }

    private void move(int index) {
        trace = trace.at(Math.clamp(index, 0, Math.max(0, trace.steps().size() - 1)));
        if (display.live()) {
            shelf.replace(picture());
        } else {
            shelf = display.show(picture());
        }
    }

    private Bundle picture() {
        return TraceView.of(trace, HOW);
    }

    /// One line: the picture is where it was made.
    @Override
    public Bundle shown() {
        return Bundle.text(toString());
    }

    @Override
    public String toString() {
        return "stepper of " + trace.title() + ", at step " + (trace.position() + 1) + " of "
                + trace.steps().size()
                + ": keep it in a variable, var s = …; then s.step(), s.back(), s.at(7), s.play()";
    }
}
