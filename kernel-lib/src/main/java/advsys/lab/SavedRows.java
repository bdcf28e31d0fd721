package advsys.lab;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Results as data: in an executed notebook, beside the table that people see, and in a file. So a run can be compared
/// with another, and the points of a sweep become one table.
///
/// - **Where** `./workbook run` and `sweep` ask for it (the environment's `ADVSYS_ROWS`); every [Results] that a cell
///   shows then has one more form, [#MIME]. Front ends pass over forms that they do not know.
/// - **Guarantee** what is read back has the same rows; numbers that are not finite come back as missing. It cannot be
///   traced: the subjects are gone.
public final class SavedRows {
    /// The form's type in a notebook's outputs.
    public static final String MIME = "application/vnd.advsys.rows+json";

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    private static final String RUN = "run";
    private static final List<String> ONE = List.of("");

    private SavedRows() {}

    /// `bundle` with the rows of `results`, when they were asked for.
    static Bundle in(Bundle bundle, Results results) {
        String asked = System.getProperty("advsys.rows", System.getenv("ADVSYS_ROWS"));
        return asked == null || asked.isEmpty() || asked.equals("0") ? bundle : bundle.with(MIME, form(results));
    }

    /// The rows, and what tells knobs from measures, as maps, lists, texts, numbers, truth values and null.
    public static Map<String, Object> form(Results results) {
        ResultsData data = results.data();
        Frame frame = data.frame();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < frame.size(); row++) {
            rows.add(RowsOf.values(frame, row).stream()
                    .<@Nullable Object>map(SavedRows::plain)
                    .toList());
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("version", 1);
        form.put("subjectColumn", data.subjectColumn());
        form.put("knobs", data.knobs());
        form.put("measures", data.measures());
        form.put("exact", data.end().exact());
        form.put("interrupted", data.end().interrupted());
        form.put("planned", data.end().planned());
        form.put("relative", data.relative());
        form.put("notes", data.notes());
        form.put("columns", frame.columns());
        form.put("rows", rows);
        return form;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Double number when !Double.isFinite(number) -> null;
            case Float number when !Float.isFinite(number) -> null;
            case Number number -> number;
            case Boolean truth -> truth;
            default -> String.valueOf(value);
        };
    }

    /// The results that `json` was made of.
    ///
    /// @throws IllegalArgumentException if it is not such a form
    public static Results parse(JsonElement json) {
        try {
            Form form = GSON.fromJson(json, Form.class);
            return form.results();
        } catch (JsonParseException | NullPointerException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("these are no saved rows: " + wrong.getMessage(), wrong);
        }
    }

    /// The rows that a sweep has written: `Chart.lines(SavedRows.read("my-sweep"), "threads", "waitNanos")`.
    ///
    /// @param folderOrFile the sweep's folder, or its `results.json`
    /// @throws IOException if there is none
    public static Results read(String folderOrFile) throws IOException {
        Path path = Path.of(folderOrFile);
        String json = Files.readString(Files.isDirectory(path) ? path.resolve("results.json") : path);
        try {
            return parse(JsonParser.parseString(json));
        } catch (JsonParseException | IllegalArgumentException wrong) {
            throw new IOException(path + " holds no rows of a sweep: " + wrong.getMessage(), wrong);
        }
    }

    /// The form as JSON.
    public static String json(Results results) {
        return GSON.toJson(form(results));
    }

    /// The rows as RFC 4180 has them: comma-separated, a line with the columns' names first.
    public static String csv(Results results) {
        Frame frame = results.frame();
        StringBuilder csv = new StringBuilder();
        line(csv, frame.columns());
        for (int row = 0; row < frame.size(); row++) {
            line(csv, RowsOf.values(frame, row));
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<? extends @Nullable Object> values) {
        String before = "";
        for (Object value : values) {
            Object plain = plain(value);
            String text = plain == null ? "" : plain.toString();
            csv.append(before)
                    .append(text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text);
            before = ",";
        }
        csv.append("\r\n");
    }

    /// The first measure that holds numbers.
    public static Optional<String> firstMeasure(Results results) {
        return results.measures().stream()
                .filter(column -> results.frame().has(column) && results.frame().numeric(column))
                .findFirst();
    }

    /// True when there is a column called `column`.
    public static boolean has(Results results, String column) {
        return results.frame().has(column);
    }

    /// How many rows there are.
    public static int count(Results results) {
        return results.frame().size();
    }

    /// Some rows, and what was the same for all of them.
    ///
    /// @param results the rows
    /// @param common columns to add, with their value
    public record Part(Results results, Map<String, Object> common) {}

    /// One table of all `parts`. What they have in common are knobs of it. A column that is there already and says the
    /// same is not added again; one that says something else gets the ending `Parameter`.
    public static Results join(List<Part> parts) {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> names.addAll(part.common().keySet()));
        Map<String, String> added = new LinkedHashMap<>();
        for (String name : names) {
            boolean taken =
                    parts.stream().anyMatch(part -> part.results().frame().has(name));
            boolean same = taken && parts.stream().allMatch(part -> says(part, name));
            if (!same) {
                added.put(name, taken ? name + "Parameter" : name);
            }
        }
        Set<String> knobs = new LinkedHashSet<>(added.values());
        Set<String> measures = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>(added.values());
        List<String> notes = new ArrayList<>();
        for (Part part : parts) {
            ResultsData data = part.results().data();
            knobs.addAll(data.knobs());
            measures.addAll(data.measures());
            columns.addAll(data.frame().columns());
            data.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            Frame frame = part.results().frame();
            for (int row = 0; row < frame.size(); row++) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                added.forEach((name, column) -> values.put(column, part.common().get(name)));
                for (String column : frame.columns()) {
                    values.put(column, frame.at(row, column));
                }
                rows.add(columns.stream().<@Nullable Object>map(values::get).toList());
            }
        }
        boolean exact =
                parts.stream().allMatch(part -> part.results().data().end().exact());
        String subjects = parts.isEmpty() ? "" : parts.getFirst().results().subjectColumn();
        MeasuredRows.End end = new MeasuredRows.End(null, rows.size(), rows.size(), false, exact, List.of());
        Frame frame = Frame.of(List.copyOf(columns), rows);
        return new Results(
                new ResultsData(frame, subjects, List.copyOf(knobs), List.copyOf(measures), notes, end, null));
    }

    /// What two runs say of one measure.
    ///
    /// @param measure the column
    /// @param subject of which subject; "" where there are none
    /// @param pairs of how many trials of the one run there is a partner in the other
    /// @param comparison the second run against the first
    public record Line(String measure, String subject, int pairs, Results.Comparison comparison) {}

    /// Compares two runs, measure by measure and subject by subject, by pairs of trials that are alike in everything
    /// that is not what the runs differ in: a knob of which they share no value is passed over.
    public static List<Line> compare(Results first, Results second) {
        Results both = join(List.of(new Part(first, Map.of(RUN, 1)), new Part(second, Map.of(RUN, 2))));
        Frame all = both.frame();
        String run = all.has(RUN) ? RUN : RUN + "Parameter";
        List<String> knobs = both.data().knobs().stream()
                .filter(knob -> knob.equals(run) || share(all.where(run, 1), all.where(run, 2), knob))
                .toList();
        String subjects = both.subjectColumn();
        List<Line> lines = new ArrayList<>();
        for (String measure : both.measures()) {
            if (!all.has(measure) || !all.numeric(measure)) {
                continue;
            }
            for (Object subject :
                    all.has(subjects) ? all.column(subjects).stream().distinct().toList() : ONE) {
                Frame rows = all.has(subjects) ? all.where(subjects, subject) : all;
                if (rows.where(run, 1).size() == 0 || rows.where(run, 2).size() == 0) {
                    continue; // in one run only
                }
                ResultsData data = new ResultsData(
                        rows,
                        subjects,
                        knobs,
                        both.measures(),
                        List.of(),
                        both.data().end(),
                        null);
                Results.Comparison comparison = Pairs.compare(data, measure, 2, 1);
                int pairs = comparison.lower() + comparison.same() + comparison.higher();
                lines.add(new Line(measure, all.has(subjects) ? String.valueOf(subject) : "", pairs, comparison));
            }
        }
        return lines;
    }

    private static boolean share(Frame one, Frame other, String column) {
        return one.column(column).stream()
                .anyMatch(value -> other.column(column).stream().anyMatch(each -> Frame.same(each, value)));
    }

    private static boolean says(Part part, String name) {
        Frame frame = part.results().frame();
        Object value = part.common().get(name);
        return frame.has(name) && frame.column(name).stream().allMatch(each -> Frame.same(each, value));
    }

    /// As it stands in JSON.
    private record Form(
            String subjectColumn,
            List<String> knobs,
            List<String> measures,
            boolean exact,
            boolean interrupted,
            int planned,
            @Nullable String relative,
            @Nullable List<String> notes,
            List<String> columns,
            List<List<@Nullable Object>> rows) {

        Results results() {
            Frame frame = Frame.of(columns, rows);
            MeasuredRows.End end = new MeasuredRows.End(null, planned, rows.size(), interrupted, exact, List.of());
            ResultsData data = new ResultsData(
                    frame, subjectColumn, knobs, measures, notes == null ? List.of() : notes, end, null);
            return new Results(data);
        }
    }
}
