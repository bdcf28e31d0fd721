package advsys.workbook.grading;

import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Proves a grader before it marks anybody: what is to do fails, each right solution that lies beside the notebooks
/// passes everything, and each wrong one is caught by the check that it is named for.
///
/// - **Guarantee** a check that catches nothing is found: each must catch one of the wrong solutions at least. And the
///   self-test is tried itself: a grader in which one check passes always must be refused, for each check in turn.
/// - **Cost** what it takes to ask the right solutions everything, and each wrong one the check that it is named for.
/// - **Source** Herlihy and Shavit would call it a proof by example; mutation testing is older: R. DeMillo et al.,
///   "Hints on test data selection", IEEE Computer 11(4), 1978.
final class SelfTest {
    /// What was tried.
    ///
    /// @param what "3.1.1/wrong-never-looks.java"
    /// @param problem "" when it came as it should
    record Case(String what, String problem) {}

    static final String CATCHES_NOTHING = "no wrong solution shows that this check catches anything";

    private final Masters masters;
    private final Asker asker;
    private final Path material;

    /// @param material a folder for each exercise, with `right-….java` and `wrong-….java`
    SelfTest(Masters masters, Asker asker, Path material) {
        this.masters = masters;
        this.asker = new Remembered(asker); // a grader without one check asks the others the same again
        this.material = material;
    }

    /// Tries all there is.
    List<Case> run(Consumer<Case> progress) throws IOException, InterruptedException {
        List<Case> cases = new ArrayList<>();
        Consumer<Case> each = one -> {
            cases.add(one);
            progress.accept(one);
        };
        for (Notebook notebook : masters.current()) {
            Master master = masters.master(notebook);
            for (Question question : master.questions()) {
                if (!question.isWritten()) {
                    new SelfTestOfQuestion(master, question, new Marking(asker), material).run(each);
                    for (Question.Asked lost : question.checks()) {
                        each.accept(without(name(lost), master, question));
                    }
                }
            }
        }
        return cases;
    }

    /// The same question, by a grader that has lost a check: one of the wrong solutions must show it.
    private Case without(String lost, Master master, Question question) throws IOException, InterruptedException {
        List<Case> cases = new ArrayList<>();
        new SelfTestOfQuestion(master, question, new Marking(new Weakened(asker, lost)), material).run(cases::add);
        boolean refused = cases.stream()
                .anyMatch(each -> each.problem().equals(notCaught(lost))
                        || (each.problem().equals(CATCHES_NOTHING)
                                && each.what().endsWith(", " + lost)));
        return new Case(
                question.id() + ", if \"" + lost + "\" passed always: refused",
                refused ? "" : "no wrong solution shows that it is lost");
    }

    static String notCaught(String check) {
        return "it is wrong, and \"" + check + "\" does not catch it";
    }

    private static String name(Question.Asked asked) {
        return asked.law().name();
    }
}
