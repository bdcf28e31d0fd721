/// From an instructor's notebook to a student's, and back.
///
/// **Model.** An assignment is a folder of notebooks as the instructor wrote them. Cells carry nbgrader's
/// metadata (schema 3): *solution* cells are the student's to fill, *grade* cells check them and have points.
/// What lies between `### BEGIN SOLUTION` and `### END SOLUTION` is released as a stub that throws; what lies
/// between `### BEGIN HIDDEN TESTS` and `### END HIDDEN TESTS` is not released at all. Ids stay, so that a cell
/// that comes back is known by its id and by nothing else.
///
/// **Guarantee.** A released tree holds no solution, no hidden check, no wrong solution and no output: it is
/// searched for them before it appears, as a whole or not at all. A submission is data: what is taken from it
/// is the source of solution cells; everything else comes from the master. A damaged submission is repaired and
/// says how, or costs that cell; it never stops the others.
///
/// **Marks.** A check cell is run once, with the instructor's solution, and notes which laws it would ask, visible and
/// hidden ones; the same laws are then asked of each submission, in the sandbox, and judged here. A report says of
/// each point why it was given or not; what this host cannot judge is left to a person, and so are answers in words.
/// Before a batch a grader can prove itself on the right and wrong solutions that lie beside the notebooks.
///
/// **Left out, so far.** nbgrader's gradebook and commented notebooks: the reports in `results/` are what they will
/// be made from.
///
/// **Source** nbgrader's cell metadata, version 3 (Project Jupyter).
@NullMarked
package advsys.workbook.grading;

import org.jspecify.annotations.NullMarked;
