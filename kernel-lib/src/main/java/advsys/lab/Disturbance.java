package advsys.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What is to be said of the circumstances under which rows were measured.
final class Disturbance {
    private Disturbance() {}

    static List<String> notes(Frame frame) {
        List<String> notes = new ArrayList<>();
        double[] overlap = column(frame, "overlap");
        if (overlap.length > 0) {
            Summary summary = Summary.of(overlap);
            notes.add("overlap: the threads ran together for " + percent(summary.median()) + " of the time (median; "
                    + percent(Arrays.stream(overlap).min().orElseThrow()) + " at least)");
        }
        double[] interference = column(frame, "interference");
        if (interference.length > 0) {
            Summary summary = Summary.of(interference);
            notes.add("interference: others took " + percent(summary.median()) + " of the CPU time (median; "
                    + percent(Arrays.stream(interference).max().orElseThrow()) + " at most)");
        }
        return notes;
    }

    /// What is known of the rows; nothing of those that were simulated.
    private static double[] column(Frame frame, String name) {
        return frame.has(name)
                ? IntStream.range(0, frame.size())
                        .mapToDouble(row -> frame.number(row, name))
                        .filter(value -> !Double.isNaN(value))
                        .toArray()
                : new double[0];
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
