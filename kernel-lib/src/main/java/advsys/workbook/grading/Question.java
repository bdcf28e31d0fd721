package advsys.workbook.grading;

import advsys.lab.Law;
import java.util.List;

/// Something that points are given for.
///
/// @param id the `grade_id` of the cell that counts
/// @param cell that cell's own id
/// @param points at most
/// @param solutions the ids of the cells that the student fills for it; for one in words, the cell itself
/// @param program the ids of the code cells that it needs, in order; none for one in words
/// @param checks what is asked; none for one in words
record Question(
        String id, String cell, double points, List<String> solutions, List<String> program, List<Asked> checks) {
    /// One law.
    ///
    /// @param subject the class that is asked
    /// @param hidden only at grading
    record Asked(String subject, Law<?, ?> law, boolean hidden) {}

    Question {
        solutions = List.copyOf(solutions);
        program = List.copyOf(program);
        checks = List.copyOf(checks);
    }

    /// The same, asked the one check called `name` only.
    Question only(String name) {
        List<Asked> those =
                checks.stream().filter(asked -> asked.law().name().equals(name)).toList();
        return new Question(id, cell, points, solutions, program, those);
    }

    /// True when a person marks it.
    boolean isWritten() {
        return checks.isEmpty();
    }
}
