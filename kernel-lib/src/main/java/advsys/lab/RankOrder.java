package advsys.lab;

import java.util.Locale;
import java.util.Set;

/// Which end of a ranking comes first.
final class RankOrder {
    private static final Set<String> GREATEST =
            Set.of("most", "highest", "greatest", "largest", "longest", "biggest", "higher", "more");
    private static final Set<String> SMALLEST =
            Set.of("fewest", "least", "lowest", "smallest", "shortest", "lower", "fewer");
    private static final Set<String> BEST = Set.of("fastest", "quickest", "best", "cheapest");
    private static final Set<String> WORST = Set.of("slowest", "worst", "dearest");

    private RankOrder() {}

    /// True when the greatest number of column `y` comes first: as the question says, else the best where the unit
    /// tells what is better, else the greatest.
    static boolean greatestFirst(String question, String y) {
        boolean best = Unit.of(y) != Unit.TIME; // the greatest is the best, or nobody knows
        for (String word : question.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            if (GREATEST.contains(word)) {
                return true;
            }
            if (SMALLEST.contains(word)) {
                return false;
            }
            if (BEST.contains(word)) {
                return best;
            }
            if (WORST.contains(word)) {
                return !best;
            }
        }
        return best;
    }
}
