package advsys.lab;

import java.util.List;

/// What a chart needs to know of rows, whatever they are rows of.
///
/// @param frame the rows
/// @param subject the column that names the subject, empty when there is none
/// @param settings the columns in which trials differ by intention, the subject's among them: a chart must show each of
///     them, or it would mix what was measured apart
/// @param gather what becomes of several rows at one point
/// @param remark what to add to the title of y: "relative to threads = 1"; mostly empty
record Charted(Frame frame, String subject, List<String> settings, Gather gather, String remark) {
    /// What becomes of several rows at one point.
    enum Gather {
        /// Repeats of a trial: their median, with its interval.
        MEDIAN,
        /// Steps of one trial: the state after the last of them.
        LAST,
        /// Counts of ways to end: their sum.
        SUM
    }

    /// The column that says how a trial ended; not there when all ended well.
    static final String OUTCOME = "outcome";

    /// Its value when a trial ended well.
    static final String OK = "ok";
}
