package advsys.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An experiment as a [Law]: its scenario is run with the subject of a [Check], every way to end is written down, and
/// what the experiment accepts, notices and forbids judges them afterwards.
///
/// - **Guarantee** every choice is tried, as far as the experiment's search and budget say. A scenario whose threads
///   run on this host has no choices that could be tried: it is measured `repeats` times.
/// - **Cost** the trials, and one more for the story of each of the first ways to end.
/// - **Errors** a trial that throws is a way to end, and fails.
record ExperimentLaw<S, R extends Record>(Plan<S, R> plan, String name, String question, String why, String tryNext)
        implements Law<S, ExperimentLaw.Seen<R>> {
    private static final Duration ENOUGH = Duration.ofSeconds(3);

    /// One way to end.
    ///
    /// @param setting the knobs that vary, in words
    /// @param row what the trial gave; null when it threw
    /// @param failure what it threw; "" when it gave a row
    /// @param witness the choices that lead there, or the seed
    /// @param departures how many of them are not the ordinary course
    /// @param story the same step by step; null of threads of this host, and of later ways to end
    record Ending<R extends Record>(
            String setting,
            @Nullable R row,
            String failure,
            String witness,
            int departures,
            @Nullable Trace story) {}

    /// All of them.
    ///
    /// @param complete whether nothing was left out
    record Seen<R extends Record>(List<Ending<R>> endings, long trials, boolean complete) {}

    ExperimentLaw {
        if (plan.laws().isEmpty()) {
            throw new IllegalArgumentException("nothing is accepted, noticed or forbidden: say forbid(\"two inside\","
                    + " row -> …) first, or whatever shall not be");
        }
    }

    @Override
    public Duration limit() {
        Duration budget = plan.budget();
        return (budget == null ? ENOUGH : budget).plusSeconds(3);
    }

    @Override
    public Seen<R> observe(S subject, long seed) {
        Subject<S> named = Subject.of(subject);
        Duration budget = plan.budget();
        long deadline = System.nanoTime() + (budget == null ? ENOUGH : budget).toNanos();
        List<Ending<R>> endings = new ArrayList<>();
        long trials = 0;
        boolean complete = true;
        for (Map<String, Object> setting : plan.settings()) {
            LawRuns<S, R> runs = new LawRuns<>(plan.seeded(seed), named, setting);
            complete &= runs.run(deadline);
            trials += runs.trials();
            endings.addAll(runs.endings());
        }
        return new Seen<>(List.copyOf(endings), trials, complete);
    }

    @Override
    public Judgement judge(Seen<R> seen) {
        @Nullable Ending<R> worst = null;
        for (Ending<R> each : seen.endings) {
            if (!broken(each).isEmpty() && (worst == null || each.departures < worst.departures)) {
                worst = each;
            }
        }
        if (worst != null) {
            String where = worst.setting.isEmpty() ? "" : worst.setting + ": ";
            return new Judgement.Fails(expected(), where + broken(worst), why, tryNext, witness(worst), worst.story);
        }
        return new Judgement.Holds(seen.trials
                + (seen.trials == 1 ? " trial, " : " trials, ")
                + seen.endings.size()
                + (seen.endings.size() == 1 ? " way to end" : " ways to end")
                + (seen.complete ? "; every choice was tried" : ": evidence, not proof"));
    }

    /// What is wrong with an ending; "" when nothing is.
    private String broken(Ending<R> ending) {
        R row = ending.row;
        if (row == null) {
            return ending.failure;
        }
        Laws.Verdict verdict = plan.laws().judge(row);
        return verdict.verdict().equals(Laws.FORBIDDEN) ? verdict.law() + ": " + row : "";
    }

    private String expected() {
        List<String> accepted = plan.laws().verdicts().stream()
                .filter(law -> !law.verdict().equals(Laws.FORBIDDEN))
                .map(Laws.Verdict::law)
                .toList();
        return accepted.isEmpty()
                ? "never: "
                        + String.join(
                                "; never: ",
                                plan.laws().verdicts().stream()
                                        .map(Laws.Verdict::law)
                                        .toList())
                : String.join(", or ", accepted);
    }

    private static String witness(Ending<?> ending) {
        return ending.witness.isEmpty() ? "the ordinary course, without any choice" : ending.witness;
    }
}
