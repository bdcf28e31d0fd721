package advsys.workbook.grading.sandbox;

import advsys.lab.Law;
import advsys.lab.Verdict;
import java.util.List;

/// One submission, as a check sees it. Whatever it does, each method returns within its limits and
/// throws nothing.
///
/// - **Guarantee** its agents serve no other submission. One that has died is replaced for the next
///   question, and a
///   cell that killed it is left out from then on.
public interface Student extends AutoCloseable {
    /// What became of each cell, in their order: [Observed.Seen] of null when it ran. Runs them if
    /// that was not done.
    List<Observed> load();

    /// Runs the observing half of `law` on `subject`, an expression such as `MyLock::new`.
    ///
    /// @throws IllegalArgumentException if the law cannot be sent: see [SentLaw]
    Observed observe(Law<?, ?> law, String subject, long seed);

    /// The value of `expression`, as far as it is plain data.
    Observed evaluate(String expression);

    /// [#observe], and what the law says of it: decided in this JVM.
    Verdict ask(Law<?, ?> law, String subject, long seed);

    @Override
    void close();
}
