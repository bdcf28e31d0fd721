package advsys.workbook.rerun;

import advsys.lab.Results;
import advsys.lab.SavedRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a sweep writes at its end: `results.csv` and `results.json`, the table of all points; `failures.txt`.
final class SweepTable {
    private final SweepFolder folder;
    private final Map<String, Point> points;
    private final Map<String, Results> rows;

    SweepTable(SweepFolder folder, Map<String, Point> points, Map<String, Results> rows) {
        this.folder = folder;
        this.points = points;
        this.rows = rows;
    }

    /// Writes the files and says where they are; true when nothing failed and every point has rows.
    boolean write(PrintWriter out) throws IOException {
        List<SavedRows.Part> parts = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        int silent = 0;
        for (Map.Entry<String, Point> each : points.entrySet()) {
            Results results = rows.get(each.getKey());
            if (results != null) {
                parts.add(new SavedRows.Part(results, common(each.getValue())));
            } else if (Files.exists(folder.failed(each.getKey()))) {
                failures.add(failure(each.getKey(), each.getValue()));
            } else {
                silent++;
            }
        }
        Results table = SavedRows.join(parts);
        folder.write("results.csv", SavedRows.csv(table));
        folder.write("results.json", SavedRows.json(table));
        folder.write("failures.txt", failures.stream().map(each -> each + "\n").collect(Collectors.joining()));
        out.printf(
                "%d rows of %d points: %s%n",
                SavedRows.count(table), parts.size(), folder.path().resolve("results.csv"));
        if (!parts.isEmpty()) {
            chart(table).ifPresent(line -> out.println("in a notebook: " + line));
        }
        if (silent > 0) {
            out.println(silent + " points show no Results: end the cell of part 'run' with them, as in 'run'");
        }
        if (!failures.isEmpty()) {
            out.println(failures.size() + " points FAILED (--again runs them once more):");
            failures.forEach(each -> out.println("  " + each));
        }
        out.flush();
        return failures.isEmpty() && silent == 0;
    }

    private String failure(String key, Point point) throws IOException {
        String what = Executed.read(folder.failed(key)).failure().orElse("it did not run to its end");
        return text(point) + ": " + what + " (" + folder.failed(key) + ")";
    }

    private static String text(Point point) {
        return point.values().isEmpty()
                ? "the defaults"
                : point.values().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> common(Point point) {
        Map<String, Object> common = new LinkedHashMap<>();
        point.values()
                .forEach((name, value) ->
                        common.put(name, value.plain() instanceof List<?> ? value.toString() : value.plain()));
        return common;
    }

    /// One line of Java that draws the table.
    private Optional<String> chart(Results table) {
        Map<String, Value> first = points.values().iterator().next().values();
        return SavedRows.firstMeasure(table)
                .flatMap(measure -> first.keySet().stream()
                        .filter(name -> SavedRows.has(table, name))
                        .findFirst()
                        .map(x -> "Chart.lines(SavedRows.read(\"" + folder.path() + "\"), \"" + x + "\", \"" + measure
                                + "\")"));
    }
}
