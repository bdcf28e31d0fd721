/// The language side of the kernel: Java, by way of the JDK's public JShell API.
///
/// **Model.** A cell is cut into snippets; each is compiled by [Engine][advsys.workbook.kernel.jshell.Engine] and run
/// by [MainThread][advsys.workbook.kernel.jshell.MainThread], one thread for the whole notebook, as `main` is
/// in a program: a lock taken in one cell can be released in the next. While a cell's code runs, the compiler
/// is free, so that completion and inspection answer at once.
///
/// **Whose output is it?** Every cell opens a [Scope][advsys.lab.stop.Scope], which the threads that it starts inherit.
/// What they print, also long after the cell, goes below that cell ([Cells][advsys.workbook.kernel.jshell.Cells]).
///
/// **Interrupt.** The scope is stopped, so that woven loops throw; the cell's threads, platform and virtual, are
/// interrupted until they end. What is still alive after 1.8 seconds is given up: its stack is shown, it is kept from
/// burning a processor if it ever runs again ([Warden][advsys.workbook.kernel.jshell.Warden]), and the notebook goes on
/// with a fresh main thread.
///
/// **Left out.** Code of the JDK or of a library that spins without end cannot be stopped, only given up.
@NullMarked
package advsys.workbook.kernel.jshell;

import org.jspecify.annotations.NullMarked;
