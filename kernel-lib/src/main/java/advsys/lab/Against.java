package advsys.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Each subject against the first, in the first number that was measured: a sentence of paired ratios.
final class Against {
    private static final int MOST_SUBJECTS = 6; // more would be a list that nobody reads: there is compare()
    private static final int MOST_SETTINGS = 12;

    private Against() {}

    static List<String> sentences(ResultsData data, List<String> factors) {
        Frame frame = data.frame();
        List<String> subjects = data.subjectColumn().isEmpty()
                ? List.of()
                : frame.column(data.subjectColumn()).stream()
                        .map(Objects::toString)
                        .distinct()
                        .toList();
        String measure = measure(data.measures(), frame);
        Map<String, ResultsData> settings = settings(data, factors);
        if (subjects.size() < 2
                || subjects.size() > MOST_SUBJECTS
                || settings.size() > MOST_SETTINGS
                || measure.isEmpty()
                || !data.relative().isEmpty()) {
            return List.of();
        }
        return subjects.stream()
                .skip(1)
                .map(subject -> measure + " of " + subject + ", times that of " + subjects.getFirst() + ": "
                        + ratios(settings, measure, subject, subjects.getFirst()))
                .toList();
    }

    /// The first that is not the same in every row; of those that are, the first.
    private static String measure(List<String> measures, Frame frame) {
        List<String> numeric = measures.stream().filter(frame::numeric).toList();
        return numeric.stream()
                .filter(each -> frame.column(each).stream().distinct().count() > 1)
                .findFirst()
                .orElse(numeric.isEmpty() ? "" : numeric.getFirst());
    }

    private static String ratios(Map<String, ResultsData> settings, String measure, String subject, String first) {
        Map<String, String> ratios = new LinkedHashMap<>();
        settings.forEach((words, rows) -> ratios.put(words, ratio(rows, measure, subject, first)));
        List<String> distinct = ratios.values().stream().distinct().toList();
        if (ratios.size() > 1 && distinct.size() == 1) {
            return distinct.getFirst() + " in every setting";
        }
        return ratios.entrySet().stream()
                .map(each -> each.getValue() + each.getKey())
                .collect(Collectors.joining(", "));
    }

    /// " at threads 2" → the rows measured so.
    private static Map<String, ResultsData> settings(ResultsData data, List<String> factors) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < data.frame().size(); row++) {
            List<String> words = new ArrayList<>();
            for (String factor : factors) {
                @Nullable Object value = data.frame().at(row, factor);
                words.add(factor + " " + value);
            }
            rows.computeIfAbsent(words.isEmpty() ? "" : " at " + String.join(", ", words), key -> new ArrayList<>())
                    .add(row);
        }
        Map<String, ResultsData> settings = new LinkedHashMap<>();
        rows.forEach((words, chosen) -> settings.put(words, data.with(RowsOf.pick(data.frame(), chosen), chosen)));
        return settings;
    }

    private static String ratio(ResultsData setting, String measure, String subject, String first) {
        boolean numbers = setting.frame().numeric(measure)
                && List.of(subject, first).stream()
                        .allMatch(side -> setting.frame()
                                .where(setting.subjectColumn(), side)
                                .numeric(measure));
        if (!numbers) {
            return "unknown";
        }
        Results.Comparison comparison = Pairs.compare(setting, measure, subject, first);
        String verdict = comparison.verdict();
        return Pairs.isOpen(verdict)
                ? verdict
                : Pairs.ratio(comparison.medianRatio())
                        + (comparison.low() == comparison.high()
                                ? ""
                                : " [" + Pairs.ratio(comparison.low()) + ", " + Pairs.ratio(comparison.high()) + "]");
    }
}
