package advsys.lab.chart;

import java.util.List;

/// All that a chart shows, as data.
///
/// @param title above the plot; empty for none
/// @param captions small print below
/// @param legend whether the strands' names are shown
/// @param claims what is drawn over the strands
public record Picture(
        Kind kind,
        String title,
        XAxis x,
        YAxis y,
        List<Strand> strands,
        boolean legend,
        List<String> captions,
        Claims claims) {
    /// The strands that the legend names.
    List<Strand> named() {
        return legend ? strands : List.of();
    }

    /// This picture as one of several: what they share is drawn once for all of them.
    Picture panel() {
        return new Picture(kind, title, x, y, strands, false, List.of(), claims.unnamed());
    }

    /// How the strands are drawn.
    public enum Kind {
        LINES("line chart"),
        STEPS("step chart"),
        BARS("bar chart"),
        SPREAD("chart of single trials");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// True when every x stands in a slot of its own, whatever its value.
        public boolean slots() {
            return this == BARS || this == SPREAD;
        }
    }
}
