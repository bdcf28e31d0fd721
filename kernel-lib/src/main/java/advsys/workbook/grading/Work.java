package advsys.workbook.grading;

import java.util.List;

/// What is to be asked: a program in cells, a class in it, and the laws.
///
/// @param cells sources, in the order in which they stand: Java as JShell takes it
/// @param subject the simple name of the class that is asked, which is made by its constructor without arguments
/// @param checks what is asked of it
/// @param seed of everything random in it
record Work(List<String> cells, String subject, List<Question.Asked> checks, long seed) {
    Work {
        cells = List.copyOf(cells);
        checks = List.copyOf(checks);
    }
}
