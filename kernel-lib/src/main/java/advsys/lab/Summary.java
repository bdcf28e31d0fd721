package advsys.lab;

import java.util.Arrays;

/// What a list of measurements says: its median, with an interval that holds whatever the distribution.
///
/// - **Guarantee** the true median lies between `low` and `high` in at least 95 of 100 such lists: they are order
///   statistics, chosen by the binomial distribution, and assume only that the measurements are independent. Fewer
///   than six cannot give 95 %: then it is the smallest and the greatest.
/// - **Source** H. David, H. Nagaraja, "Order Statistics", 3rd edition, 2003, §7.1.
///
/// @param n how many numbers; what is not a number is left out
record Summary(int n, double median, double low, double high) {
    static Summary of(double... values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int n = sorted.length;
        if (n == 0) {
            return new Summary(0, Double.NaN, Double.NaN, Double.NaN);
        }
        int outside = Math.max(0, SignTest.mostInTail(n, 0.025));
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Summary(n, median, sorted[outside], sorted[n - 1 - outside]);
    }
}
