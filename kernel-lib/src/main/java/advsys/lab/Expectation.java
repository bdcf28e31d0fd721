package advsys.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a published figure claims, for programs. The column `value` of `data/figures.tsv` holds one or several, with
/// semicolons between them:
///
///     3.1                               a number
///     TicketLock@4 = 0.2                a number for a series and an x
///     TasLock@4/TasLock@1 = 0.4         a ratio of two of them
///     > 1        McsLock/TasLock > 1    a bound
///     BackoffLock > TtasLock > TasLock  an order of series, the greatest first
///     TtasLock: rises                   a trend over x: rises, falls or flat
sealed interface Expectation {
    /// A series, an x, or both; empty texts for what is not said.
    record Spot(String series, String x) {
        static Spot of(String text) {
            int at = text.indexOf('@');
            return at < 0
                    ? new Spot(text.strip(), "")
                    : new Spot(
                            text.substring(0, at).strip(),
                            text.substring(at + 1).strip());
        }

        boolean empty() {
            return series.isEmpty() && x.isEmpty();
        }

        @Override
        public String toString() {
            return series + (x.isEmpty() ? "" : (series.isEmpty() ? "at " : " at ") + x);
        }
    }

    /// A number, or a ratio of two when `over` is not empty.
    record Level(Spot spot, Spot over, double number, double low, double high) implements Expectation {}

    /// Above or below a number.
    record Bound(Spot spot, Spot over, boolean above, double number) implements Expectation {
        boolean holds(double value) {
            return above ? value > number : value < number;
        }
    }

    /// Series by their numbers, the greatest first.
    record Order(List<String> series) implements Expectation {}

    /// What a series does over x.
    record Trend(String series, Course course) implements Expectation {}

    /// Over x, from the first to the last.
    enum Course {
        RISES,
        FALLS,
        FLAT
    }

    Pattern RELATION = Pattern.compile("(.*?)\\s*([=<>])\\s*(-?\\d[\\d.]*)");

    /// What a line of the file claims.
    ///
    /// @throws IllegalStateException if the file is wrong
    static List<Expectation> of(Figure figure) {
        List<Expectation> all = new ArrayList<>();
        for (String item : figure.value().split(";", -1)) {
            all.add(one(figure, item.strip()));
        }
        return all;
    }

    private static Expectation one(Figure figure, String item) {
        if (item.matches("-?\\d[\\d.]*")) {
            return level(figure, new Spot("", ""), new Spot("", ""), Double.parseDouble(item));
        }
        if (item.contains(":")) {
            String[] parts = item.split(":", 2);
            return new Trend(parts[0].strip(), Course.valueOf(parts[1].strip().toUpperCase(java.util.Locale.ROOT)));
        }
        Matcher relation = RELATION.matcher(item);
        if (relation.matches()) {
            String[] terms = relation.group(1).split("/", 2);
            Spot spot = Spot.of(terms[0]);
            Spot over = terms.length == 2 ? Spot.of(terms[1]) : new Spot("", "");
            double number = Double.parseDouble(relation.group(3));
            return relation.group(2).equals("=")
                    ? level(figure, spot, over, number)
                    : new Bound(spot, over, relation.group(2).equals(">"), number);
        }
        if (item.contains(">")) {
            return new Order(List.of(item.split("\\s*>\\s*", -1)));
        }
        throw new IllegalStateException(
                "data/figures.tsv: the value of " + figure.id() + " is not understood: " + item);
    }

    private static Level level(Figure figure, Spot spot, Spot over, double number) {
        String tolerance = figure.tolerance().replace(" ", "");
        if (tolerance.endsWith("%")) {
            double share = Double.parseDouble(tolerance.substring(0, tolerance.length() - 1)) / 100;
            return new Level(spot, over, number, number - Math.abs(number) * share, number + Math.abs(number) * share);
        }
        if (tolerance.startsWith("±")) {
            double by = Double.parseDouble(tolerance.substring(1));
            return new Level(spot, over, number, number - by, number + by);
        }
        if (tolerance.startsWith("×")) {
            double by = Double.parseDouble(tolerance.substring(1));
            return new Level(spot, over, number, number / by, number * by);
        }
        throw new IllegalStateException(
                "data/figures.tsv: the tolerance of " + figure.id() + " is not understood: " + figure.tolerance());
    }
}
