/// Notebooks run again with other parameters: `./workbook run`, `sweep` and `compare`.
///
/// **Model.** The cell tagged `parameters` declares what can be set ([Parameters][advsys.workbook.rerun.Parameters]):
/// each declaration gives a name, a type, a default, a unit and, in its comment, a range. What is given for a name on
/// the command line is read by that type, and becomes an *assignment* in a cell tagged `injected-parameters` right
/// behind: a second declaration would make JShell reset every `var` that was computed from the first.
///
/// **The tags and the metadata are papermill's**, so that its viewers read our runs; a notebook that was run here can
/// be run again, by either.
///
/// **Guarantees.** What cannot be run is refused before a kernel starts, with the name of what is wrong. A file appears
/// whole or not at all.
///
/// **Source.** papermill 2 (nteract): tags `parameters` and `injected-parameters`, and `metadata.papermill`.
@NullMarked
package advsys.workbook.rerun;

import org.jspecify.annotations.NullMarked;
