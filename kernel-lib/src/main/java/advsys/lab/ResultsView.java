package advsys.lab;

import advsys.lab.show.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Results as a table of medians with their intervals, and what is to be known about them. The single trials are in
/// `results.table()`.
final class ResultsView {
    private static final int TRIALS = 20; // so many single rows are shown where there is nothing to summarise

    private ResultsView() {}

    static Bundle of(Results results) {
        Frame frame = results.frame();
        List<String> keys = new ArrayList<>();
        if (!results.subjectColumn().isEmpty() && frame.has(results.subjectColumn())) {
            keys.add(results.subjectColumn());
        }
        keys.addAll(results.factors());
        boolean numbers = results.measures().stream().anyMatch(column -> frame.has(column) && frame.numeric(column));
        Grid grid = numbers || frame.size() > TRIALS
                ? MedianTable.of(frame, keys, results.measures())
                : RowsView.grid(frame, TRIALS);
        String what = numbers ? title(results) + MedianTable.LEGEND : title(results);
        return new Notes(what, notes(results), results.data().end().exact() ? null : results.host()).around(grid);
    }

    /// Exact rows were not measured, and are the same on every host.
    private static List<String> notes(Results results) {
        List<String> notes = new ArrayList<>();
        List<String> further = MedianTable.further(results.frame(), results.measures());
        if (!further.isEmpty()) {
            notes.add("more columns, in results.table() and for charts: " + String.join(", ", further));
        }
        notes.addAll(results.notes());
        return notes;
    }

    /// "30 trials: median [95 % interval]; holdNanos 0, seed 1".
    private static String title(Results results) {
        int trials = results.frame().size();
        StringBuilder title = new StringBuilder().append(trials).append(trials == 1 ? " trial" : " trials");
        if (results.interrupted()) {
            title.append(", interrupted: ")
                    .append(results.done())
                    .append(" of ")
                    .append(results.planned())
                    .append(" done");
        }
        if (!results.relative().isEmpty()) {
            title.append(", relative to ").append(results.relative());
        }
        List<String> fixed = new ArrayList<>();
        for (Map.Entry<String, ?> knob : results.fixed().entrySet()) {
            fixed.add(knob.getKey() + " " + knob.getValue());
        }
        return fixed.isEmpty()
                ? title.toString()
                : title.append("; ").append(String.join(", ", fixed)).toString();
    }
}
