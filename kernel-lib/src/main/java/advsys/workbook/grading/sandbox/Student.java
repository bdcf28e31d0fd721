package advsys.workbook.grading.sandbox;

import advsys.lab.Law;
import advsys.lab.Verdict;
import java.io.IOException;
import java.util.List;

/// One submission, as a check sees it. Whatever it does, each method returns within its limits, and
/// says what happened.
///
/// - **Guarantee** its agents serve no other submission. One that has died is replaced for the next
///   question, and a
///   cell that killed it is left out from then on.
/// - **Errors** an [IOException] says that no agent could be started: that is the host's fault, and
///   says nothing of
///   the submission.
public interface Student extends AutoCloseable {
    /// What became of each cell, in their order: [Observed.Seen] of null when it ran. Runs them if
    /// that was not done.
    List<Observed> load() throws IOException;

    /// Runs the observing half of `law` on `subject`, an expression such as `MyLock::new`.
    ///
    /// @throws IllegalArgumentException if the law cannot be sent: see [SentLaw]
    Observed observe(Law<?, ?> law, String subject, long seed) throws IOException;

    /// The value of `expression`, as far as it is plain data.
    Observed evaluate(String expression) throws IOException;

    /// [#observe], and what the law says of it: decided in this JVM.
    Verdict ask(Law<?, ?> law, String subject, long seed) throws IOException;

    @Override
    void close();
}
