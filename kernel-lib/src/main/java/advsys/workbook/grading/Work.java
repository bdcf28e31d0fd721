package advsys.workbook.grading;

import java.util.List;

/// What is to be asked: a program in cells, and the laws of classes in it. Each class is made by its constructor
/// without
/// arguments.
///
/// @param cells sources, in the order in which they stand: Java as JShell takes it
/// @param checks what is asked of it
/// @param seed of everything random in it
record Work(List<String> cells, List<Question.Asked> checks, long seed) {
    Work {
        cells = List.copyOf(cells);
        checks = List.copyOf(checks);
    }
}
