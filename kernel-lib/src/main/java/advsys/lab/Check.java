package advsys.lab;

import java.util.ArrayList;
import java.util.List;
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
public record Check(String subject, List<Verdict> verdicts, int atGrading) implements Shown {
    private static final long SEED = 1;

    public Check {
        verdicts = List.copyOf(verdicts);
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

    /// The same with a list.
    public static <S> Check of(long seed, S subject, List<? extends Law<S, ?>> laws) {
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
        return new Check(Subject.of(subject).label(), verdicts, 0);
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
        return new Check(subject, verdicts, number);
    }

    /// True when every law holds.
    public boolean holds() {
        return verdicts.stream().allMatch(Verdict::holds);
    }

    /// "2 of 2 visible checks; 2 more at grading".
    public String summary() {
        long held = verdicts.stream().filter(Verdict::holds).count();
        long open = verdicts.stream()
                .filter(verdict -> !verdict.holds() && !verdict.fails())
                .count();
        return held + " of " + verdicts.size() + (verdicts.size() == 1 ? " visible check" : " visible checks")
                + (open == 0 ? "" : ", " + open + " not to be judged here")
                + (atGrading == 0 ? "" : "; " + atGrading + " more at grading");
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
