package advsys.workbook.grading;

import advsys.lab.Judgement;
import advsys.lab.Verdict;
import advsys.workbook.grading.Report.OfCheck;
import advsys.workbook.grading.Report.OfQuestion;
import advsys.workbook.grading.Report.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Marks questions: has a submission's code observed, judges what was seen, and gives points with a reason.
///
/// - **Guarantee** points are lost to a fault that was seen, never to a host that could not tell: what cannot be
///   judged is asked again, and is then left to a person. What came to no end has to do so twice.
/// - **Points** all checks of a question count alike. Without the first of them, which says what the thing is
///   for, the others are worth nothing: a lock that lets everybody in is quick and quiet.
final class Marking {
    private static final int ATTEMPTS = 3;
    private static final double CENT = 100;
    private static final int LONGEST_ANSWER = 20_000; // characters

    private final Asker asker;

    Marking(Asker asker) {
        this.asker = asker;
    }

    /// Marks one question of a submission.
    ///
    /// @param released the notebook as it was released, to tell what was not answered
    /// @param seed of everything random in it
    OfQuestion mark(
            Master master, Question question, Map<String, String> theirs, Map<String, String> released, long seed)
            throws IOException, InterruptedException {
        String answer = answer(question, theirs);
        if (question.solutions().stream().allMatch(id -> isOpen(theirs.getOrDefault(id, ""), released.get(id)))) {
            return new OfQuestion(
                    question.id(), question.points(), 0.0, question.isWritten(), "not answered", List.of(), answer);
        }
        if (question.isWritten()) {
            return new OfQuestion(
                    question.id(),
                    question.points(),
                    null,
                    true,
                    "an answer in words: a person marks it",
                    List.of(),
                    answer);
        }
        List<String> cells = master.cells(question, theirs);
        List<Verdict> verdicts = ask(question, cells, seed);
        List<OfCheck> checks = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            checks.add(of(question.checks().get(i), verdicts.get(i)));
        }
        Double points = points(question.points(), verdicts);
        return new OfQuestion(
                question.id(), question.points(), points, false, reason(verdicts), List.copyOf(checks), answer);
    }

    /// True for what is empty or as it was released.
    private static boolean isOpen(String theirs, @Nullable String released) {
        return theirs.isBlank() || (released != null && theirs.strip().equals(released.strip()));
    }

    /// A verdict for each check of the question.
    List<Verdict> ask(Question question, List<String> cells, long seed) throws IOException, InterruptedException {
        Map<Question.Asked, Verdict> verdicts = new LinkedHashMap<>();
        List<Question.Asked> open = question.checks();
        for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
            List<Verdict> said = asker.ask(new Work(cells, open, seed + attempt));
            List<Question.Asked> again = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                Verdict verdict = said.get(i);
                Verdict before = verdicts.put(open.get(i), verdict);
                boolean twice = before != null && before.stopped();
                if (verdict.judgement() instanceof Judgement.CannotJudge || (verdict.stopped() && !twice)) {
                    again.add(open.get(i));
                }
            }
            open = again;
        }
        return question.checks().stream().map(verdicts::get).toList();
    }

    /// Says that the next question is the last.
    void last() throws IOException, InterruptedException {
        asker.last();
    }

    private static @Nullable Double points(double of, List<Verdict> verdicts) {
        if (verdicts.getFirst().fails()) {
            return 0.0;
        }
        if (verdicts.stream().anyMatch(verdict -> !verdict.holds() && !verdict.fails())) {
            return null;
        }
        long held = verdicts.stream().filter(Verdict::holds).count();
        return held == verdicts.size() ? of : Math.floor(of * held / verdicts.size() * CENT) / CENT;
    }

    private static String reason(List<Verdict> verdicts) {
        long held = verdicts.stream().filter(Verdict::holds).count();
        long failed = verdicts.stream().filter(Verdict::fails).count();
        String sum = String.format(Locale.ROOT, "%d of %d checks hold", held, verdicts.size());
        if (verdicts.getFirst().fails()) {
            return sum + ", and without \"" + verdicts.getFirst().check() + "\" the others are worth nothing";
        }
        return held + failed == verdicts.size()
                ? sum
                : sum + "; " + (verdicts.size() - held - failed) + " could not be judged here, and cost nothing";
    }

    private static String answer(Question question, Map<String, String> theirs) {
        String all = String.join(
                "\n\n",
                question.solutions().stream()
                        .map(id -> theirs.getOrDefault(id, ""))
                        .toList());
        return all.length() <= LONGEST_ANSWER ? all : all.substring(0, LONGEST_ANSWER) + "\n… (cut)";
    }

    /// Of a hidden check a student is told why and where to look, and what was seen only as far as the law permits.
    private static OfCheck of(Question.Asked asked, Verdict verdict) {
        boolean tells = !asked.hidden() || asked.law().tells();
        List<Said> said = new ArrayList<>();
        String result = switch (verdict.judgement()) {
            case Judgement.Holds(String seen) -> {
                said.add(new Said("", tells ? seen : ""));
                yield OfCheck.HOLDS;
            }
            case Judgement.CannotJudge(String reason, String remedy) -> {
                said.add(new Said("cannot judge here", reason));
                said.add(new Said("remedy", remedy));
                yield OfCheck.OPEN;
            }
            case Judgement.Fails fails -> {
                said.add(new Said("expected", tells ? fails.expected() : ""));
                said.add(new Said("got", tells ? fails.got() : ""));
                said.add(new Said("witness", tells ? fails.witness() : ""));
                said.add(new Said("why it matters", fails.why()));
                said.add(new Said("try next", fails.tryNext()));
                yield OfCheck.FAILS;
            }
        };
        said.removeIf(each -> each.text().isBlank());
        return new OfCheck(
                asked.subject(),
                verdict.check(),
                verdict.question(),
                asked.hidden(),
                result,
                List.copyOf(said),
                verdict.seed());
    }
}
