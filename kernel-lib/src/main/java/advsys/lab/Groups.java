package advsys.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sums repeats up.
final class Groups {
    private Groups() {}

    static List<Results.Group> of(ResultsData data, List<String> factors, String measure) {
        Frame frame = data.frame();
        frame.column(measure);
        Map<List<@Nullable Object>, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            rows.computeIfAbsent(RowsOf.key(data, row, ""), key -> new ArrayList<>())
                    .add(row);
        }
        List<Results.Group> groups = new ArrayList<>();
        for (List<Integer> group : rows.values()) {
            int first = group.getFirst();
            String subject =
                    data.subjectColumn().isEmpty() ? "" : String.valueOf(frame.at(first, data.subjectColumn()));
            List<@Nullable Object> values = new ArrayList<>();
            factors.forEach(factor -> values.add(frame.at(first, factor)));
            groups.add(new Results.Group(
                    subject,
                    values,
                    Summary.of(group.stream()
                            .mapToDouble(row -> frame.number(row, measure))
                            .toArray())));
        }
        return groups;
    }
}
