/// A Jupyter kernel for Java: JShell, with output that is never lost, an interrupt that works, and errors that show the
/// reader's own line. The wire side ([advsys.workbook.kernel.wire]) speaks Jupyter's protocol; the language side
/// ([advsys.workbook.kernel.jshell]) speaks JShell; they meet in [Language][advsys.workbook.kernel.Language] and
/// [FrontEnd][advsys.workbook.kernel.FrontEnd], and neither knows the other.
@NullMarked
package advsys.workbook.kernel;

import org.jspecify.annotations.NullMarked;
