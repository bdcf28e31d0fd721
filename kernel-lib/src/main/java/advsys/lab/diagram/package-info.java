/// Sequence and state drawings by PlantUML (A. Roques, since 2009; its Apache-licensed jar), with its own layout
/// engine: no Graphviz, no network, no files.
///
/// What a drawing says comes from readers' programs, so none of it is ever PlantUML's language: [Label] writes every
/// character that is not a letter, a digit or a blank as a number, and PlantUML runs in its sandbox. Nothing of it is
/// loaded before the first drawing.
@NullMarked
package advsys.lab.diagram;

import org.jspecify.annotations.NullMarked;
