package advsys.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A trial of [Experiment#trace]: every step is kept with the state after it. Choices go by seed, or along the path of
/// a witness.
final class TracedTrial extends TrialBase {
    static final int MAX_STEPS = 100_000;

    private final int[] path; // choices already made by an exploration; beyond its end the ordinary course
    private final boolean replays;
    private int depth;
    private boolean hadCrew;
    private int dropped;
    private final List<Trace.Step> steps = new ArrayList<>();

    TracedTrial(long seed, Pulse pulse) {
        super(seed, pulse);
        this.path = new int[0];
        this.replays = false;
    }

    TracedTrial(long seed, Pulse pulse, int[] path) {
        super(seed, pulse);
        this.path = path.clone();
        this.replays = true;
    }

    @Override
    public synchronized int choose(String what, int options) {
        if (!replays) {
            return super.choose(what, options);
        }
        requireOptions(what, options);
        pulse.beat();
        int chosen = depth < path.length ? path[depth] : 0;
        depth++;
        if (chosen >= options) {
            throw Replay.notTheSame(what, options);
        }
        return chosen;
    }

    @Override
    public void step(String actor, String event, Supplier<? extends List<? extends Record>> state) {
        add(actor, "", event, state);
    }

    @Override
    public void message(String from, String to, String what, Supplier<? extends List<? extends Record>> state) {
        add(from, to, what, state);
    }

    private void add(String actor, String to, String event, Supplier<? extends List<? extends Record>> state) {
        pulse.beat();
        Cancel.poll();
        List<? extends Record> after = List.copyOf(state.get()); // the reader's code: not under our monitor
        synchronized (this) {
            if (steps.size() < MAX_STEPS) {
                steps.add(new Trace.Step(steps.size() + 1, actor, to, event, after));
            } else {
                dropped++;
            }
        }
    }

    @Override
    public Crew crew() {
        hadCrew = true;
        return new Crew(seed, pulse, work -> {});
    }

    synchronized List<Trace.Step> steps() {
        return List.copyOf(steps);
    }

    synchronized int dropped() {
        return dropped;
    }

    boolean hadCrew() {
        return hadCrew;
    }
}
