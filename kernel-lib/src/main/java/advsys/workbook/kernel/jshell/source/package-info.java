/// Java source as text: tokens, the parts of a cell, the lines that an error shows. Nothing here compiles or runs.
@NullMarked
package advsys.workbook.kernel.jshell.source;

import org.jspecify.annotations.NullMarked;
