/// The part of the command `workbook` that needs the library: `lint`, `check`, `index` and `bench`. The shell script of
/// that name sets up what they need and passes their arguments on.
@NullMarked
package advsys.workbook.cli;

import org.jspecify.annotations.NullMarked;
