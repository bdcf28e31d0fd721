package advsys.lab;

import java.util.List;
import java.util.stream.DoubleStream;

/// The samples of several JVMs as one number.
///
/// - **Guarantee** the interval holds the 95 % order-statistics interval of all samples together *and* the median of
///   each JVM: where JVMs differ more than their trials, the interval says so.
///
/// @param forks how many JVMs
/// @param samples of all of them
public record Pooled(double median, double low, double high, int forks, int samples) {
    /// Pools samples, one array a JVM; what is not finite is left out.
    ///
    /// @throws IllegalArgumentException if nothing is left
    public static Pooled of(List<double[]> forks) {
        double[] all = forks.stream()
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray();
        if (all.length == 0) {
            throw new IllegalArgumentException("no JVM gave a number");
        }
        Summary whole = Summary.of(all);
        double low = whole.low();
        double high = whole.high();
        for (double[] fork : forks) {
            Summary own =
                    Summary.of(DoubleStream.of(fork).filter(Double::isFinite).toArray());
            if (own.n() > 0) {
                low = Math.min(low, own.median());
                high = Math.max(high, own.median());
            }
        }
        return new Pooled(whole.median(), low, high, forks.size(), all.length);
    }
}
