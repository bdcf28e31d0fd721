/// Notebooks as files: read, checked, put into canonical form, compiled without being run.
///
/// **Model.** A [Notebook][advsys.workbook.notebook.Notebook] is an `.ipynb` file of nbformat 4.5 that was validated
/// when it was read: what a rule looks at afterwards exists and has its type. A damaged file is refused with a
/// [DamagedNotebookException][advsys.workbook.notebook.DamagedNotebookException] that says what is wrong, where, and
/// what to do.
///
/// **Our own data** lies in `metadata.advsys` of a cell: `part`, its place in the chapter's fixed sequence
/// ([Part][advsys.workbook.notebook.Part]), and `expect`, what `./workbook check` demands of its output.
///
/// **Left out.** Nothing here runs a cell: `./workbook check` does, with the real kernel. Figures that are typed into
/// the text as facts cannot be recognised; reviewers must.
@NullMarked
package advsys.workbook.notebook;

import org.jspecify.annotations.NullMarked;
