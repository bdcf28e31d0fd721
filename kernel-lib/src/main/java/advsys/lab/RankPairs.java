package advsys.lab;

import advsys.lab.chart.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The pairs of a ranking, each compared as [Results#compare] does: trial by trial, with a sign test. Rows that are no
/// results are exact: there only equal numbers are a tie.
///
/// @param right pairs in the order that was predicted
/// @param told pairs that can be told at all
/// @param inPlace names in the place that was predicted
/// @param places names whose place can be told: distinguishable from every other
/// @param ties the other pairs, in words
record RankPairs(int right, int told, int inPlace, int places, List<String> ties, List<String> missing) {
    private static final int TIES = 3;

    static RankPairs of(
            List<String> names, String column, Map<String, Object> place, boolean greatestFirst, ClaimScope scope) {
        int n = names.size();
        int[][] order = new int[n][n]; // 1 when the first really comes first, -1 when it does not, 0 when nobody knows
        List<String> ties = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (point(name, column, place, scope).gap()) {
                missing.add(name);
            }
        }
        int right = 0;
        int told = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (missing.contains(names.get(i)) || missing.contains(names.get(j))) {
                    continue;
                }
                int higher = higher(names.get(i), names.get(j), column, place, scope);
                order[i][j] = greatestFirst ? higher : -higher;
                order[j][i] = -order[i][j];
                told += higher == 0 ? 0 : 1;
                right += order[i][j] > 0 ? 1 : 0;
                if (higher == 0) {
                    ties.add(names.get(i) + " and " + names.get(j));
                }
            }
        }
        int places = 0;
        int inPlace = 0;
        for (int i = 0; i < n; i++) {
            int before = 0;
            int known = 0;
            for (int j = 0; j < n; j++) {
                known += order[i][j] == 0 ? 0 : 1;
                before += order[i][j] < 0 ? 1 : 0;
            }
            if (known == n - 1) {
                places++;
                inPlace += before == i ? 1 : 0;
            }
        }
        return new RankPairs(right, told, inPlace, places, ties, missing);
    }

    private static Point point(String name, String column, Map<String, Object> place, ClaimScope scope) {
        Map<String, Object> spot = new LinkedHashMap<>(place);
        spot.put(column, name);
        return scope.at(spot);
    }

    /// 1 when the first's numbers are higher than the second's, -1 when lower, 0 when that cannot be told.
    private static int higher(String a, String b, String column, Map<String, Object> place, ClaimScope scope) {
        Results results = scope.results();
        if (results == null) {
            return Double.compare(
                    point(a, column, place, scope).median(),
                    point(b, column, place, scope).median());
        }
        Results there = results;
        for (Map.Entry<String, Object> each : place.entrySet()) {
            there = there.where(each.getKey(), each.getValue());
        }
        if (scope.panel() != null) {
            there = there.where(scope.plan().panels(), scope.panel());
        }
        Results.Comparison pair = there.compare(scope.plan().y(), a, b);
        boolean tie = Pairs.isOpen(pair.verdict());
        return tie ? 0 : Integer.compare(pair.higher(), pair.lower());
    }

    /// "2 of 2 pairs in order, 1 of 1 in place; TtasLock and BackoffLock are not distinguishable here and count neither
    /// way".
    String sentence() {
        StringBuilder sentence = new StringBuilder();
        if (told == 0) {
            sentence.append("no pair can be told apart here");
        } else {
            sentence.append(right)
                    .append(" of ")
                    .append(told)
                    .append(told == 1 ? " pair" : " pairs")
                    .append(" in order");
            if (places > 0) {
                sentence.append(", ")
                        .append(inPlace)
                        .append(" of ")
                        .append(places)
                        .append(" in place");
            }
        }
        if (!ties.isEmpty() && told > 0) {
            sentence.append("; not distinguishable here, so counted neither way: ")
                    .append(ties.stream().limit(TIES).collect(Collectors.joining(", ")))
                    .append(ties.size() > TIES ? " and " + (ties.size() - TIES) + " more pairs" : "");
        }
        if (!missing.isEmpty()) {
            sentence.append("; nothing was measured of ").append(String.join(", ", missing));
        }
        return sentence.toString();
    }
}
