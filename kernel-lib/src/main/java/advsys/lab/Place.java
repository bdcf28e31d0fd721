package advsys.lab;

import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Where on a chart a claim is meant: a series, an x, a panel, in this order, or some of them.
record Place(List<Object> names) {
    static final Place ANYWHERE = new Place(List.of());

    static Place of(Object... names) {
        for (Object name : names) {
            Objects.requireNonNull(
                    name, "a place is a series and an x, such as at(\"TasLock\", 4); one of them is null");
        }
        return new Place(List.of(names));
    }

    boolean anywhere() {
        return names.isEmpty();
    }

    @Override
    public String toString() {
        return names.stream().map(Numbers::text).collect(Collectors.joining(", "));
    }

    /// The columns that hold the names: each the first that has it and is not taken.
    ///
    /// @throws IllegalArgumentException if one is in none of them, or no row has all, with what there is
    Map<String, Object> in(ClaimScope scope, String claim) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Object name : names) {
            found.put(column(scope, claim, name, found), name);
        }
        Frame rows = scope.plan().rows().frame();
        for (Map.Entry<String, Object> each : found.entrySet()) {
            Frame fewer = rows.where(each.getKey(), each.getValue());
            if (fewer.size() == 0) {
                throw new IllegalArgumentException(claim + " is at " + this + ", and no row has all of that: with "
                        + found.keySet().iterator().next() + " = " + names.getFirst() + " there is " + each.getKey()
                        + " " + list(rows, each.getKey()));
            }
            rows = fewer;
        }
        return found;
    }

    private String column(ClaimScope scope, String claim, Object name, Map<String, Object> taken) {
        Frame rows = scope.plan().rows().frame();
        List<String> candidates = new ArrayList<>(scope.keys());
        boolean number = name instanceof Number && rows.numeric(scope.plan().x()); // can only be an x
        rows.columns().stream() // what is the same in all rows is true of each
                .filter(column -> !number)
                .filter(column -> !candidates.contains(column)
                        && !column.equals(scope.plan().y()))
                .filter(column -> rows.column(column).stream().distinct().count() == 1)
                .forEach(candidates::add);
        return candidates.stream()
                .filter(column -> !taken.containsKey(column))
                .filter(column -> rows.where(column, name).size() > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(claim + " is at " + this + ", and no row has "
                        + Numbers.text(name) + ": there is "
                        + scope.keys().stream()
                                .filter(column -> !taken.containsKey(column))
                                .map(column -> column + " " + list(rows, column))
                                .collect(Collectors.joining("; "))));
    }

    private static String list(Frame rows, String column) {
        List<String> values =
                rows.column(column).stream().map(Numbers::text).distinct().toList();
        return values.stream().limit(12).collect(Collectors.joining(", ")) + (values.size() > 12 ? ", …" : "");
    }
}
