/// How a cell's classes get into the JVM.
///
/// **Model.** JShell wraps every snippet in a class of the package `REPL` and hands over what was compiled together: a
/// batch. Each batch has a class loader of its own ([CellLoader][advsys.workbook.kernel.jshell.load.CellLoader]), which
/// knows the batches that its classes mention; [ClassTable][advsys.workbook.kernel.jshell.load.ClassTable] knows the
/// newest version of every class. So a class that was defined again, and the values in its static fields, are collected
/// when no thread and no object needs them any more: a notebook can be run again all day.
///
/// **Before a class is defined** ([Rewriter][advsys.workbook.kernel.jshell.load.Rewriter]) its line numbers become
/// those of the reader's cell, `System.exit` becomes a refusal, and what was visible in its package becomes
/// public, because loaders do not share packages. The bytes at this point are kept: `getResourceAsStream`
/// answers them, so that the laboratory can define the class anew. Then stop checks are woven in, and the class
/// is defined.
///
/// **Left out.** Reflection shows the widened modifiers.
@NullMarked
package advsys.workbook.kernel.jshell.load;

import org.jspecify.annotations.NullMarked;
