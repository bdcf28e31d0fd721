package advsys.workbook.grading;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Verdict;
import java.io.IOException;
import java.util.List;

/// Runs a submission's code and says what its laws say of it.
interface Asker extends AutoCloseable {
    /// A verdict for each law, in their order. Once a subject had to be ended, the rest is not asked of it.
    ///
    /// - **Guarantee** of an implementation: a verdict for each law, whatever the code does; none is decided by the
    ///   code itself.
    ///
    /// @throws IOException if the asker itself does not work; nothing is said of the submission then
    /// @throws InterruptedException if the thread is interrupted
    List<Verdict> ask(Work work) throws IOException, InterruptedException;

    /// Waits until it can ask.
    ///
    /// @throws IOException if it cannot; says why and what helps
    default void ready() throws IOException, InterruptedException {}

    /// Says that the next question is the last: nothing needs to be prepared for another.
    default void last() throws IOException, InterruptedException {}

    /// How the code is kept from the rest, in a line for reports.
    String description();

    @Override
    void close();

    /// What is said of a law that comes after one that had to be ended.
    static Verdict notAsked(Law<?, ?> law, long seed) {
        return new Verdict(
                law.name(),
                law.question(),
                new Judgement.CannotJudge(
                        "a check before this one had to be stopped", "Repair that first, then hand it in again."),
                seed,
                true);
    }

    /// What is said of every law when the code does not get so far.
    static List<Verdict> never(Work work, String problem) {
        return work.checks().stream()
                .map(asked -> new Verdict(
                        asked.law().name(),
                        asked.law().question(),
                        new Judgement.Fails(
                                "code that compiles and loads",
                                problem,
                                "What does not compile cannot be asked anything.",
                                "Run the cell in the notebook: the message names the line.",
                                ""),
                        work.seed(),
                        false))
                .toList();
    }
}
