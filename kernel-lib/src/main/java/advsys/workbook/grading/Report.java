package advsys.workbook.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a student gets, and why: the truth about a submission, kept as JSON.
///
/// @param student who handed it in: the name of the folder or file
/// @param key names the bytes handed in, the masters and the checks: the same key gives the same report
/// @param grader with what it was marked, in a line
/// @param remarks on the submission as a whole
/// @param notebooks one for each of the assignment's, in their order
record Report(String student, String key, String grader, List<String> remarks, List<OfNotebook> notebooks) {
    /// @param notebook the master's name
    /// @param version the release that it was marked against
    /// @param file what was handed in for it; "" when nothing was
    /// @param repairs what was mended, and what is missing
    record OfNotebook(
            String notebook, String version, String file, List<Rebuilt.Repair> repairs, List<OfQuestion> questions) {}

    /// @param of points that could be had
    /// @param points given; missing while a person has to decide
    /// @param reason for these points, in a sentence
    /// @param checks one for each law that was asked
    /// @param answer the student's own words or code, as it was marked
    record OfQuestion(
            String id,
            double of,
            @Nullable Double points,
            boolean written,
            String reason,
            List<OfCheck> checks,
            String answer) {}

    /// @param subject the class that was asked
    /// @param hidden it was not in the student's notebook
    /// @param result "holds", "fails" or "cannot judge here"
    /// @param said what there is to say, label by label
    record OfCheck(
            String subject, String check, String question, boolean hidden, String result, List<Said> said, long seed) {
        static final String HOLDS = "holds";
        static final String FAILS = "fails";
        static final String OPEN = "cannot judge here";
    }

    /// @param label "expected", "got", "witness", "why it matters", "try next", or ""
    record Said(String label, String text) {}

    Report {
        remarks = List.copyOf(remarks);
        notebooks = List.copyOf(notebooks);
    }

    /// All questions, in order.
    List<OfQuestion> questions() {
        return notebooks.stream()
                .flatMap(notebook -> notebook.questions().stream())
                .toList();
    }
}
