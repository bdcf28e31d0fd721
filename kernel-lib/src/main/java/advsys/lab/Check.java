package advsys.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/// What stands beside an exercise: a subject, the laws that it is asked, and what they say.
/// `Check.that(MyLock::new, Contention.mutualExclusion())`.
///
/// - **Guarantee** a verdict for every law, whatever the subject does: what it throws is a verdict, what hangs is
///   stopped, and once something had to be stopped nothing more is asked. What this host cannot judge never counts
///   against the subject.
/// - **Cost** a second or two a law.
/// - **Errors** a check is a value and throws nothing; [#holds] says how it ended.
/// - **Source** "3 of 3 visible checks; 2 more at grading" and never "all passed": Otter-Grader, issue 138.
///
/// @param subject what was checked
/// @param verdicts one for each law, in their order
/// @param atGrading how many more checks there will be at grading
/// @param hidden the verdicts of those, in the instructor's notebook; none in a student's
public record Check(String subject, List<Verdict> verdicts, int atGrading, List<Verdict> hidden) implements Shown {
    private static final long SEED = 1;
    private static final ScopedValue<List<Asked<?>>> NOTES = ScopedValue.newInstance();

    /// What a check would ask.
    ///
    /// @param subject what it would ask of
    /// @param hidden only at grading
    public record Asked<S>(String label, S subject, List<? extends Law<S, ?>> laws, boolean hidden) {}

    public Check {
        verdicts = List.copyOf(verdicts);
        hidden = List.copyOf(hidden);
        if (atGrading < 0) {
            throw new IllegalArgumentException("moreAtGrading(" + atGrading + "): 0 or more");
        }
    }

    /// Asks `subject` the laws, one after the other.
    ///
    /// @throws IllegalArgumentException if there is no law, or the subject has no name
    /// @throws CancellationException if the cell is stopped
    @SafeVarargs
    @SuppressWarnings("varargs") // the list is only read
    public static <S> Check that(S subject, Law<S, ?>... laws) {
        return of(SEED, subject, List.of(laws));
    }

    /// The same with another seed: the one that a failure has printed repeats it.
    @SafeVarargs
    @SuppressWarnings("varargs") // the list is only read
    public static <S> Check replay(long seed, S subject, Law<S, ?>... laws) {
        return of(seed, subject, List.of(laws));
    }

    /// The hidden half of a check, for [#and]: it stands where a release leaves it out.
    @SafeVarargs
    @SuppressWarnings("varargs") // the list is only read
    public static <S> Check atGrading(S subject, Law<S, ?>... laws) {
        if (NOTES.isBound()) {
            return note(subject, List.of(laws), true);
        }
        Check check = of(SEED, subject, List.of(laws));
        return new Check(check.subject, List.of(), 0, check.verdicts);
    }

    /// What the checks in `cell` would ask, in their order. They are not asked: their subjects may be elsewhere.
    ///
    /// @throws Exception what `cell` throws
    public static List<Asked<?>> noted(Callable<?> cell) throws Exception {
        List<Asked<?>> notes = new ArrayList<>();
        ScopedValue.where(NOTES, notes).call(cell::call);
        return List.copyOf(notes);
    }

    private static <S> Check note(S subject, List<? extends Law<S, ?>> laws, boolean hidden) {
        String label = Subject.of(subject).label();
        NOTES.get().add(new Asked<>(label, subject, laws, hidden));
        return new Check(label, List.of(), 0, List.of());
    }

    /// The same with a list.
    public static <S> Check of(long seed, S subject, List<? extends Law<S, ?>> laws) {
        if (NOTES.isBound()) {
            return note(subject, laws, false);
        }
        if (laws.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is asked: say Check.that(" + Subject.of(subject).label()
                            + "::new, …) with one law or more, such as Contention.mutualExclusion()");
        }
        List<Verdict> verdicts = new ArrayList<>();
        boolean stopped = false;
        for (Law<S, ?> law : laws) {
            Verdict verdict = stopped ? notAsked(law, seed) : Verdict.of(law, subject, seed);
            verdicts.add(verdict);
            stopped |= verdict.stopped();
        }
        return new Check(Subject.of(subject).label(), verdicts, 0, List.of());
    }

    private static Verdict notAsked(Law<?, ?> law, long seed) {
        return new Verdict(
                law.name(),
                law.question(),
                new Judgement.CannotJudge(
                        "a check before this one had to be stopped", "Repair that first, then run the cell again."),
                seed,
                false);
    }

    /// The same check, which says that there will be `number` more at grading.
    public Check moreAtGrading(int number) {
        return new Check(subject, verdicts, number, hidden);
    }

    /// This check, with its hidden half.
    public Check and(Check later) {
        List<Verdict> all = new ArrayList<>(hidden);
        all.addAll(later.hidden);
        return new Check(subject, verdicts, atGrading, all);
    }

    /// True when every law holds.
    public boolean holds() {
        return verdicts.stream().allMatch(Verdict::holds) && hidden.stream().allMatch(Verdict::holds);
    }

    /// "2 of 2 visible checks; 2 more at grading", or what those two say where they are asked.
    public String summary() {
        long held = verdicts.stream().filter(Verdict::holds).count();
        long open = verdicts.stream()
                .filter(verdict -> !verdict.holds() && !verdict.fails())
                .count();
        return held + " of " + verdicts.size() + (verdicts.size() == 1 ? " visible check" : " visible checks")
                + (open == 0 ? "" : ", " + open + " not to be judged here")
                + (hidden.isEmpty()
                        ? atGrading == 0 ? "" : "; " + atGrading + " more at grading"
                        : "; " + hidden.stream().filter(Verdict::holds).count() + " of " + hidden.size()
                                + " at grading");
    }

    @Override
    public Bundle shown() {
        return CheckView.of(this);
    }

    @Override
    public String toString() {
        return shown().text();
    }
}
