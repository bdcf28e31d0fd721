package advsys.workbook.kernel;

import advsys.lab.Bundle;
import java.util.List;
import java.util.Optional;

/// What the wire side asks of the language side.
///
/// [#run] and [#evaluate] are called by one thread at a time; every other method by any thread, also while a cell runs.
/// None throws for anything in the reader's code.
public interface Language extends AutoCloseable {
    /// Runs a cell and returns when it has ended, was interrupted, or was given up.
    Reply run(Cell cell);

    /// The value of an expression, for `user_expressions`.
    Reply evaluate(Cell cell, String expression);

    /// Stops `cell` and the threads it started, or keeps it from starting when [#run] is about to be called with it;
    /// returns at once. Nothing happens when the cell is over.
    void interrupt(Cell cell);

    /// What may stand at `cursor`, an index in UTF-16 units.
    Completion complete(String code, int cursor);

    /// What is known of the name at `cursor`; empty when nothing is. `detail` 1 adds the source.
    Optional<Bundle> inspect(String code, int cursor, int detail);

    Completeness isComplete(String code);

    @Override
    void close();

    /// What may stand in place of the text from `start` to `end`.
    ///
    /// @param start where the replaced text begins
    /// @param end where it ends
    record Completion(int start, int end, List<Candidate> candidates) {}

    /// One of them.
    ///
    /// @param type "class", "method", "variable", "keyword", "package" …, as front ends show it
    /// @param signature parameters and result, may be empty
    record Candidate(String text, String type, String signature) {}

    /// Whether the reader has finished.
    ///
    /// @param status "complete", "incomplete", "invalid" or "unknown"
    /// @param indent what the next line starts with, when incomplete
    record Completeness(String status, String indent) {}
}
