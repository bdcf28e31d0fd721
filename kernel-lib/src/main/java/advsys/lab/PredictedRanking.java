package advsys.lab;

import advsys.lab.show.ColumnName;
import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges a predicted order by its pairs.
final class PredictedRanking {
    private static final Pattern AT = Pattern.compile("\\bat (\\S+)");

    private PredictedRanking() {}

    static ClaimVerdict judge(Prediction prediction, ClaimScope scope) {
        String claim = "the ranking \"" + prediction.question() + "\"";
        Map<String, Object> place = new LinkedHashMap<>(prediction.place().in(scope, claim));
        String column = column(claim, prediction, scope);
        boolean overSeries = column.equals(scope.plan().by());
        String at = "";
        if (overSeries && !place.containsKey(scope.plan().x())) {
            place.put(scope.plan().x(), x(prediction, scope));
        }
        if (place.containsKey(scope.plan().x())) {
            at = " at " + ColumnName.of(scope.plan().x()).title() + " "
                    + Numbers.text(place.get(scope.plan().x()));
        }
        boolean greatestFirst =
                RankOrder.greatestFirst(prediction.question(), scope.plan().y());
        RankPairs pairs = RankPairs.of(prediction.names(), column, place, greatestFirst, scope);
        String result = pairs.sentence();
        return new ClaimVerdict(
                "Your ranking" + at + " (" + prediction.question() + "): " + result + "."
                        + Late.words(prediction, scope),
                result,
                Late.score(prediction, scope, pairs.right(), pairs.told(), result),
                List.of(),
                ranks(prediction.names()));
    }

    /// The column that holds all names: the series, or the x axis.
    private static String column(String claim, Prediction prediction, ClaimScope scope) {
        List<String> candidates = new ArrayList<>(scope.keys());
        candidates.remove(scope.plan().panels());
        for (String candidate : candidates) {
            if (prediction.names().stream().allMatch(name -> has(scope, candidate, name))) {
                return candidate;
            }
        }
        String missing = prediction.names().stream()
                .filter(name -> candidates.stream().noneMatch(candidate -> has(scope, candidate, name)))
                .findFirst()
                .orElse(prediction.names().getFirst());
        throw new IllegalArgumentException(claim + " names " + missing + ", which is not in the rows: there is "
                + candidates.stream()
                        .map(candidate -> candidate + " "
                                + scope.values(candidate).stream()
                                        .map(Numbers::text)
                                        .toList())
                        .toList());
    }

    private static boolean has(ClaimScope scope, String column, String name) {
        return scope.values(column).stream().anyMatch(value -> Frame.same(value, name));
    }

    /// The x that the question speaks of, "fastest first at 4", else the last one on the axis.
    private static Object x(Prediction prediction, ClaimScope scope) {
        List<Object> xs = scope.xs();
        Matcher at = AT.matcher(prediction.question());
        while (at.find()) {
            for (Object x : xs) {
                if (Numbers.text(x).equals(at.group(1)) || x.toString().equals(at.group(1))) {
                    return x;
                }
            }
        }
        return xs.getLast();
    }

    private static Map<String, String> ranks(List<String> names) {
        Map<String, String> ranks = new LinkedHashMap<>();
        for (@Nullable String name : names) {
            int rank = ranks.size() + 1;
            ranks.put(String.valueOf(name), "you: " + rank + suffix(rank));
        }
        return ranks;
    }

    private static String suffix(int rank) {
        return rank == 1 ? "st" : rank == 2 ? "nd" : rank == 3 ? "rd" : "th";
    }
}
