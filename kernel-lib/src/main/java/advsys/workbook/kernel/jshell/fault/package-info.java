/// What a reader is told when something fails: the exception's own name and message, the line of the cell it came from,
/// nothing of the machinery in between, and advice where the fault is a common one.
///
/// Colours are ANSI sequences that read well on light and on dark ground: red, blue, magenta, cyan, bold.
@NullMarked
package advsys.workbook.kernel.jshell.fault;

import org.jspecify.annotations.NullMarked;
