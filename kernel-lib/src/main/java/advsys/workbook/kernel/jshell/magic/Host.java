package advsys.workbook.kernel.jshell.magic;

import advsys.workbook.kernel.jshell.help.Knowledge;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// What a magic may ask of the kernel.
public interface Host {
    /// Prints below the cell.
    void print(String text);

    /// Shows a text to read beside the notebook, where the front end has a place for it.
    void page(String text);

    /// Adds a jar or a folder of class files to the notebook's class path.
    void addToClassPath(Path jarOrFolder);

    /// Runs source as the cell would.
    ///
    /// @param name what stack traces call it
    void run(String name, String source) throws Exception;

    /// Does work that may take long where an interrupt of the cell ends it.
    <T> T interruptibly(Callable<T> work) throws Exception;

    /// Does something when the cell has ended, also when it failed.
    void atEnd(Runnable task);

    /// What the notebook has declared.
    Knowledge knowledge();

    /// Forgets everything that cells declared, when the cell has ended.
    void resetAtEnd();
}
