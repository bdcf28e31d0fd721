package advsys.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// Explores one subject in one setting: runs the scenario again and again, each time along the next path of choices.
final class Explorer<S, R extends Record> {
    private static final int MOST_WAYS = 5_000; // different rows that are kept apart
    private static final int MOST_HANGS = 3;
    private static final int CHECK_EVERY = 64;

    /// One way to end: a row, or a failure.
    static final class Way {
        final String outcome;
        final Laws.Verdict verdict;
        long count;
        int departures = Integer.MAX_VALUE;
        int[] path = {};
        String witness = "";

        Way(String outcome, Laws.Verdict verdict) {
            this.outcome = outcome;
            this.verdict = verdict;
        }
    }

    private record Failed(String text) {}

    private final Plan<S, R> plan;
    final Subject<S> subject;
    final Map<String, Object> setting;
    private final Scenario<S, R> scenario;
    private final Choices choices;
    private final Pulse pulse = new Pulse();
    private final ExploredTrial trial;
    private final Map<Object, Way> ways = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private long trials;
    private long mergedTrials;
    private boolean done;
    private boolean shortened;

    Explorer(Plan<S, R> plan, Subject<S> subject, Map<String, Object> setting) {
        this.plan = plan;
        this.subject = subject;
        this.setting = setting;
        this.scenario = plan.knobs().scenario(plan.scenario().getClass(), setting);
        this.choices = new Choices(plan.search());
        this.trial = new ExploredTrial(plan.seed(), pulse, choices);
    }

    /// Explores until there is nothing left, the deadline has passed or the cell is interrupted; false then.
    boolean run(long deadline, Progress progress, long before) {
        String name = plan.describe(subject.label(), setting);
        for (int hangs = 0; !done; ) {
            switch (Supervised.run(name, pulse, () -> loop(deadline, progress, before))) {
                case Supervised.End.Value<Boolean>(Boolean inTime) -> {
                    shortened |= !inTime;
                    return inTime;
                }
                case Supervised.End.Interrupted<Boolean> _ -> {
                    shortened = true;
                    return false;
                }
                case Supervised.End.Threw<Boolean>(Throwable thrown) ->
                    throw new IllegalStateException("the exploration of " + name + " failed", thrown);
                case Supervised.End.Hung<Boolean> hung -> {
                    tally(new Failed(Failures.HUNG), new Laws.Verdict(Laws.FORBIDDEN, Failures.HUNG));
                    notes.add(name + " " + Failures.sentence(hung, "").orElseThrow());
                    trials++;
                    hangs++;
                    done = hung.givenUp() || hangs == MOST_HANGS || !choices.advance();
                    shortened |= done;
                }
            }
        }
        return true;
    }

    private boolean loop(long deadline, Progress progress, long before) {
        do {
            trial.restart(trials);
            one();
            trials++;
            if (trials % CHECK_EVERY == 0) {
                progress.done(before + trials);
                if (Cancel.requested() || deadline - System.nanoTime() < 0) {
                    done = true;
                    return false;
                }
            }
        } while (more());
        done = true;
        return true;
    }

    private boolean more() {
        return choices.samples() ? trials < plan.search().n() : choices.advance();
    }

    private void one() {
        try {
            R row = Measurement.requireRow(scenario.run(subject.value(), trial));
            if (trial.merged()) {
                mergedTrials++;
            } else {
                tally(row);
            }
        } catch (Throwable thrown) {
            if (Cancel.requested()) {
                throw new CancellationException("stopped");
            } else if (trial.merged()) {
                mergedTrials++;
            } else {
                if (thrown instanceof OutOfMemoryError) {
                    trial.forgetStates();
                    shortened = true;
                }
                tally(
                        new Failed(Failures.THREW + " " + Failures.describe(thrown)),
                        new Laws.Verdict(Laws.FORBIDDEN, Failures.THREW));
            }
        }
    }

    private void tally(R row) {
        Way way = ways.get(row);
        if (way != null) {
            count(way);
        } else {
            tally(row, plan.laws().judge(row));
        }
    }

    private void tally(Object end, Laws.Verdict verdict) {
        boolean apart = ways.size() < MOST_WAYS || ways.containsKey(end);
        count(
                apart
                        ? ways.computeIfAbsent(end, key -> new Way(text(end), verdict))
                        : ways.computeIfAbsent(verdict, key -> new Way("other ways", verdict))); // the rest by law only
    }

    private void count(Way way) {
        way.count++;
        if (choices.departures() < way.departures) { // the shortest story is the one to tell
            way.departures = choices.departures();
            way.path = choices.path();
            way.witness = choices.witness();
        }
    }

    private static String text(Object end) {
        if (end instanceof Failed(String failed)) {
            return failed;
        }
        String text = end.toString();
        String name = end.getClass().getSimpleName() + "[";
        return text.startsWith(name) && text.endsWith("]") ? text.substring(name.length(), text.length() - 1) : text;
    }

    List<Way> ways() {
        return List.copyOf(ways.values());
    }

    long trials() {
        return trials;
    }

    long mergedTrials() {
        return mergedTrials;
    }

    boolean complete() {
        return done && !shortened && !choices.cut() && !choices.samples();
    }

    List<String> notes() {
        return notes;
    }
}
