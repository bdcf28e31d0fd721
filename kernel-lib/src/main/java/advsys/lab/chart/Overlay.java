package advsys.lab.chart;

import java.util.List;

/// What somebody says that should be measured, to be drawn over what was.
///
/// @param name for the legend and the table
/// @param levels in the order of x
public record Overlay(Kind kind, String name, List<Level> levels) {
    /// Whose word it is.
    public enum Kind {
        /// The reader's: dashed, in a colour that no series has.
        PREDICTED,
        /// From the literature: a band, as wide as its tolerance.
        PUBLISHED,
        /// Worked out on paper: a thin curve.
        ESTIMATED
    }

    /// One number.
    ///
    /// @param x the value or slot on the axis; NaN for all of it
    /// @param strand the series in whose share of a slot it stands; -1 for the whole slot
    /// @param low where its tolerance begins; `y` when it has none
    /// @param high where it ends
    public record Level(double x, int strand, double y, double low, double high) {
        /// A number without a tolerance.
        public static Level of(double x, int strand, double y) {
            return new Level(x, strand, y, y, y);
        }

        /// True when it holds for every x.
        public boolean everywhere() {
            return Double.isNaN(x);
        }
    }
}
