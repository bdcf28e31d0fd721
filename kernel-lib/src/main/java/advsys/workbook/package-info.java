/// What turns the library into a workbook: the kernel, notebooks as files, the command line, and the extension for a
/// stock JJava kernel.
@NullMarked
package advsys.workbook;

import org.jspecify.annotations.NullMarked;
