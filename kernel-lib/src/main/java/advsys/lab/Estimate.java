package advsys.lab;

/// What arithmetic on paper says, as a curve over the x axis:
///
///     Estimate.of("n − 1", n -> n - 1)
///
/// - **Guarantee** drawn as a thin line over the numbers of the x axis, where the curve has a finite value, and judged
///   at the values of x that were measured.
/// - **Errors** what the curve throws is told with the x it was asked for; an x axis of names is refused.
/// - **Source** J. Bentley, "The back of the envelope", CACM 27(3), 1984.
public final class Estimate implements Claim {
    /// y for an x.
    @FunctionalInterface
    public interface Curve {
        double at(double x) throws Exception;
    }

    private final String name;
    private final Curve curve;
    private final Place place;

    private Estimate(String name, Curve curve, Place place) {
        this.name = name;
        this.curve = curve;
        this.place = place;
    }

    /// A curve over the numbers of the x axis.
    ///
    /// @param name the formula as people write it
    public static Estimate of(String name, Curve curve) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an estimate needs a name: write the formula, such as \"n − 1\"");
        }
        return new Estimate(name, curve, Place.ANYWHERE);
    }

    /// The same for one series, or one series in one panel.
    public Estimate at(Object... where) {
        return new Estimate(name, curve, Place.of(where));
    }

    /// y for `x`.
    ///
    /// @throws IllegalArgumentException with the x, if the curve throws
    double value(double x) {
        try {
            return curve.at(x);
        } catch (Exception e) {
            throw new IllegalArgumentException("the estimate \"" + name + "\" failed at " + x + ": " + e, e);
        }
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    @Override
    public String toString() {
        return "Estimate: " + name + (place.anywhere() ? "" : ", for " + place);
    }
}
