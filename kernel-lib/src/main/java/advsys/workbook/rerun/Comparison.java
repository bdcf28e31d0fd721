package advsys.workbook.rerun;

import advsys.lab.Results;
import advsys.lab.SavedRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Two runs beside each other: `./workbook compare`.
///
/// - **Guarantee** measures are compared by pairs of trials that are alike (same subject, knobs and number of the
///   trial), with the rule and the words of [Results.Comparison]. What differs besides, parameters and hosts, is
///   said.
public final class Comparison {
    private static final String BUSY = "just now"; // differs from minute to minute, and says nothing of the machine

    private final Side first;
    private final Side second;

    /// @param parameters what was set
    /// @param host the host card, line by line; none when it was not noted
    private record Side(String name, String input, Map<String, String> parameters, List<String> host, Results rows) {}

    /// Reads two executed notebooks, or the folders of two sweeps.
    ///
    /// @throws IOException if one is neither, or shows no rows
    public Comparison(Path first, Path second) throws IOException {
        this.first = read(first);
        this.second = read(second);
    }

    private static Side read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            if (!Files.exists(path.resolve("results.json"))) {
                throw new IOException(path + " is no folder of a sweep: it has no results.json");
            }
            Optional<Executed> point = SweepFolder.anyPoint(path);
            return new Side(
                    path.toString(),
                    point.map(Executed::input).orElse(""),
                    Map.of(), // what was varied is among the rows
                    point.map(Executed::host).orElse(List.of()),
                    SavedRows.read(path.toString()));
        }
        Executed run = Executed.read(path);
        Results rows = run.rows()
                .orElseThrow(() -> new IOException(path + " shows no rows to compare: run the notebook"
                        + " with './workbook run', and end its cell of part 'run' with the Results"));
        return new Side(path.toString(), run.input(), run.parameters(), run.host(), rows);
    }

    /// Writes what there is to say.
    public void print(PrintWriter out) {
        out.println("A  " + first.name());
        out.println("B  " + second.name());
        printNotebooks(out);
        printDifferences(out, "parameter", first.parameters(), second.parameters(), "the notebook's default");
        printHosts(out);
        out.println();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("measure", "subject", "B against A", "ratio", "95 % interval", "lower", "same", "higher"));
        for (SavedRows.Line line : SavedRows.compare(first.rows(), second.rows())) {
            Results.Comparison says = line.comparison();
            rows.add(List.of(
                    line.measure(),
                    line.subject(),
                    line.pairs() == 0 ? "no trial has a partner" : says.verdict(),
                    number(says.medianRatio()),
                    number(says.low()) + " to " + number(says.high()),
                    Integer.toString(says.lower()),
                    Integer.toString(says.same()),
                    Integer.toString(says.higher())));
        }
        out.println(rows.size() > 1 ? Columns.of(rows) : "the two runs have no measure in common");
        out.flush();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3g", value);
    }

    private void printNotebooks(PrintWriter out) {
        String one = Path.of(first.input()).getFileName().toString();
        String other = Path.of(second.input()).getFileName().toString();
        if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
            out.println("WARNING: they are runs of different notebooks: " + first.input() + " and " + second.input());
        }
    }

    private static void printDifferences(
            PrintWriter out, String what, Map<String, String> one, Map<String, String> other, String absent) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(what, "A", "B"));
        for (String name : names) {
            if (!Objects.equals(one.get(name), other.get(name))) {
                rows.add(List.of(name, one.getOrDefault(name, absent), other.getOrDefault(name, absent)));
            }
        }
        if (rows.size() > 1) {
            out.println();
            out.println(Columns.of(rows));
        }
    }

    private void printHosts(PrintWriter out) {
        if (first.host().isEmpty() || second.host().isEmpty()) {
            out.println("the host of " + (first.host().isEmpty() ? "A" : "B") + " was not noted");
            return;
        }
        Map<String, String> one = lines(first.host());
        Map<String, String> other = lines(second.host());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("host", "A", "B"));
        Set<String> names = new java.util.LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        List<String> differ = new ArrayList<>();
        for (String name : names) {
            rows.add(List.of(name, one.getOrDefault(name, ""), other.getOrDefault(name, "")));
            if (!name.equals(BUSY) && !Objects.equals(one.get(name), other.get(name))) {
                differ.add(name);
            }
        }
        out.println();
        out.println(Columns.of(rows));
        if (!differ.isEmpty()) {
            out.println("WARNING: the hosts differ in " + String.join(", ", differ)
                    + ": what is faster may be the machine");
        }
    }

    /// A host card's lines, "cores  2 (SMT)", by name.
    private static Map<String, String> lines(List<String> card) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : card) {
            int gap = line.indexOf("  ");
            if (gap > 0) {
                lines.put(line.substring(0, gap), line.substring(gap).strip());
            }
        }
        return lines;
    }
}
