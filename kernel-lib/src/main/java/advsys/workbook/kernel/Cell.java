package advsys.workbook.kernel;

/// One request to run code.
///
/// Two cells are equal when their ids are: a cell may be the key of a map for as long as the threads that it started
/// live. Whoever routes output keeps the object that [Language#run] was given: the wire side remembers what the cell
/// has shown for as long as the object is reachable.
///
/// @param id the request's message id: every output of the cell names it as its parent
/// @param number the `n` of `In[n]`; a silent request keeps the number of the next
/// @param code the reader's source
/// @param silent no result, no broadcast, no history
/// @param storeHistory keep it in the history
/// @param mayAsk the front end can answer a question
/// @param notebookId the front end's own id of the notebook cell, empty when it gave none: a re-run has the same
public record Cell(
        String id, int number, String code, boolean silent, boolean storeHistory, boolean mayAsk, String notebookId) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell && cell.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
