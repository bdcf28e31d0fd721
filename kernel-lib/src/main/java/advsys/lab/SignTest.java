package advsys.lab;

/// The sign test: is "higher" as likely as "lower"? Nothing is assumed but that the pairs are independent.
///
/// - **Source** W. Conover, "Practical Nonparametric Statistics", 3rd edition, 1999, §3.4.
final class SignTest {
    private SignTest() {}

    /// The probability of a split at least as uneven as this one, if neither side were favoured.
    static double twoSided(int lower, int higher) {
        int n = lower + higher;
        int fewer = Math.min(lower, higher);
        double logTerm = -n * Math.log(2); // of C(n, 0) / 2^n: logarithms, because 2^n overflows
        double sum = 0;
        for (int heads = 0; heads <= fewer; heads++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((double) (n - heads) / (heads + 1));
        }
        return Math.min(1, 2 * sum);
    }

    /// The greatest k for which k or fewer heads in `n` tosses of a fair coin have at most `probability`; -1 when even
    /// none is likelier than that.
    static int mostInTail(int n, double probability) {
        double logTerm = -n * Math.log(2);
        double sum = Math.exp(logTerm);
        int k = -1;
        while (sum <= probability && k < n) {
            k++;
            logTerm += Math.log((double) (n - k) / (k + 1));
            sum += Math.exp(logTerm);
        }
        return k;
    }
}
