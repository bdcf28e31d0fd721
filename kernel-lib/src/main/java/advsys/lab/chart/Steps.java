package advsys.lab.chart;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// Round numbers for the marks of an axis.
final class Steps {
    private Steps() {}

    /// The smallest of 1, 2, 5 times a power of ten that is at least `step`.
    static double nice(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double mantissa = step / power;
        for (int round : new int[] {1, 2, 5}) {
            if (mantissa <= round + 1e-9) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /// The multiples of `step` from `first` to `last`.
    static DoubleStream between(double first, double last, double step) {
        return LongStream.rangeClosed((long) Math.ceil(first / step - 1e-9), (long) Math.floor(last / step + 1e-9))
                .mapToDouble(multiple -> multiple * step);
    }
}
