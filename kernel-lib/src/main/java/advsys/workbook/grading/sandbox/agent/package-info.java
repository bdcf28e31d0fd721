/// What runs in the sandbox, beside a student's code.
///
/// **Model.** One thread takes the controller's messages and answers them: it runs cells in the
/// kernel's own Java,
/// asks for subjects, runs the observing half of laws, and sends what they have seen.
///
/// **Guarantee.** In an agent this is part of a named module that opens none of its packages and does not
/// export this one: code of cells can neither call it nor reach its fields, and the socket is one of its
/// fields.
@NullMarked
package advsys.workbook.grading.sandbox.agent;

import org.jspecify.annotations.NullMarked;
