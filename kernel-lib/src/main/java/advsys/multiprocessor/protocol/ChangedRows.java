package advsys.multiprocessor.protocol;

/// Rows that a reader puts in place of others in a cache's table: the answer to an exercise.
///
/// - **Errors** what is not understood is refused by row when the rows are used.
public interface ChangedRows {
    /// One row a line, as in [Protocol#with].
    String rows();
}
