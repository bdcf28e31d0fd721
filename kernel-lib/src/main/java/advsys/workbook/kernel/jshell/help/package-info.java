/// Help while the reader writes: what may stand here, what a name is, whether a cell is finished.
@NullMarked
package advsys.workbook.kernel.jshell.help;

import org.jspecify.annotations.NullMarked;
