package advsys.lab;

import advsys.lab.chart.Point;
import advsys.lab.show.Grid;
import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Trials as a table of medians: one row for each subject in each setting, `n`, and each measure as
/// `median [low, high]`. Trials that hung or threw are counted in a column of their own.
final class MedianTable {
    /// What the cells hold.
    static final String LEGEND = "; cells: median [its 95 % interval; the whole range where n < 6]";

    private static final int ROWS = 60;
    private static final int MEASURES = 8;

    private MedianTable() {}

    /// @param keys the columns that tell settings apart, the subject's first
    /// @param measures the columns to summarise; those that hold no number are left out
    static Grid of(Frame frame, List<String> keys, List<String> measures) {
        List<String> numeric = numeric(frame, measures).limit(MEASURES).toList();
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            int at = row;
            List<String> key = keys.stream()
                    .map(column -> Numbers.text(frame.at(at, column)))
                    .toList();
            groups.computeIfAbsent(key, first -> new ArrayList<>()).add(row);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        boolean losses = false;
        for (List<Integer> group : groups.values()) {
            List<@Nullable Object> cells = new ArrayList<>();
            keys.forEach(key -> cells.add(frame.at(group.getFirst(), key)));
            int n = cells.size();
            cells.add(group.size());
            String loss = "";
            for (String measure : numeric) {
                Tally tally = new Tally();
                group.forEach(row -> tally.add(frame.number(row, measure), outcome(frame, row)));
                cells.add(cell(tally));
                if (loss.isEmpty() && tally.lostTrials() > 0) {
                    loss = tally.loss();
                    cells.set(n, group.size() - tally.lostTrials());
                }
            }
            losses |= !loss.isEmpty();
            cells.add(loss);
            rows.add(cells);
        }
        List<String> head = new ArrayList<>(keys);
        head.add("n");
        head.addAll(numeric);
        if (losses) {
            head.add("lost");
        } else {
            rows.forEach(List::removeLast);
        }
        return Grid.of(head, rows, ROWS);
    }

    private static Stream<String> numeric(Frame frame, List<String> measures) {
        return measures.stream()
                .filter(frame::has)
                .filter(measure -> frame.numeric(measure) || allMissing(frame, measure));
    }

    /// The measures for which such a table has no place.
    static List<String> further(Frame frame, List<String> measures) {
        return numeric(frame, measures).skip(MEASURES).toList();
    }

    private static boolean allMissing(Frame frame, String measure) {
        return frame.column(measure).stream().allMatch(value -> value == null);
    }

    private static String outcome(Frame frame, int row) {
        return frame.has(Charted.OUTCOME) ? String.valueOf(frame.at(row, Charted.OUTCOME)) : "";
    }

    private static Grid.Figure cell(Tally tally) {
        Point point = tally.point(0, Charted.Gather.MEDIAN);
        if (point.gap()) {
            return new Grid.Figure("–");
        }
        String interval = point.low() == point.high()
                ? ""
                : " [" + Numbers.text(point.low()) + ", " + Numbers.text(point.high()) + "]";
        return new Grid.Figure(Numbers.text(point.median()) + interval);
    }
}
