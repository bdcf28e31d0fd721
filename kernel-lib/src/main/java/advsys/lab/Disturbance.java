package advsys.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What is to be said of the circumstances under which rows were measured.
final class Disturbance {
    private Disturbance() {}

    static List<String> notes(Frame frame) {
        List<String> notes = new ArrayList<>();
        if (frame.has("overlap")) {
            double[] overlap = column(frame, "overlap");
            Summary summary = Summary.of(overlap);
            notes.add("overlap: the threads ran together for " + percent(summary.median()) + " of the time (median; "
                    + percent(least(overlap)) + " at least)");
        }
        if (frame.has("interference")) {
            double[] interference = column(frame, "interference");
            Summary summary = Summary.of(interference);
            notes.add("interference: others took " + percent(summary.median()) + " of the CPU time (median; "
                    + percent(-least(IntStream.range(0, interference.length)
                            .mapToDouble(i -> -interference[i])
                            .toArray()))
                    + " at most)");
        }
        return notes;
    }

    private static double[] column(Frame frame, String name) {
        return IntStream.range(0, frame.size())
                .mapToDouble(row -> frame.number(row, name))
                .toArray();
    }

    private static double least(double[] values) {
        double least = Double.NaN;
        for (double value : values) {
            least = Double.isNaN(least) || value < least ? value : least;
        }
        return least;
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
