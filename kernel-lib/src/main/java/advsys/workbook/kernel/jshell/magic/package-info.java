/// The kernel's own lines: `%who`, `%load FILE`, `%%time` and the others, with the names and the meaning that they have
/// in IJava. One class for each.
@NullMarked
package advsys.workbook.kernel.jshell.magic;

import org.jspecify.annotations.NullMarked;
