package advsys.workbook.kernel;

import advsys.lab.Bundle;
import org.jspecify.annotations.Nullable;

/// What the language side asks of the wire side. Every method may be called by any thread, also an interrupted one, and
/// also after the cell has ended: its output still goes to that cell. None throws or waits for the network but [#ask].
public interface FrontEnd {
    /// Appends bytes of UTF-8 (cut anywhere) to a stream of the cell. `stream` is "stdout" or "stderr". They are sent
    /// within 40 ms, and before anything that is shown later: there is nothing to flush.
    void write(Cell cell, String stream, byte[] bytes, int offset, int length);

    /// Shows `bundle` below the cell; with an `id` it can be updated.
    void display(Cell cell, Bundle bundle, @Nullable String id);

    /// Replaces everything shown under `id`.
    void update(Cell cell, Bundle bundle, String id);

    /// Clears the cell's output, now or when the next comes.
    void clear(Cell cell, boolean wait);

    /// Asks the reader for a line.
    ///
    /// @throws IllegalStateException if the front end cannot answer
    /// @throws InterruptedException if the cell is interrupted meanwhile
    String ask(Cell cell, String prompt, boolean password) throws InterruptedException;
}
