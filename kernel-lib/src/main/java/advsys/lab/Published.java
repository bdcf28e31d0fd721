package advsys.lab;

import advsys.lab.chart.Point;
import java.util.List;

/// A figure from the literature, beside a measurement:
///
///     Chart.lines(run, "threads", "acquisitionsPerMicrosecond").by("lock").against(Published.of("anderson.stampede"))
///
/// - **Guarantee** the verdict is *reproduced*, *shape only* (the same side, another size), *not reproduced*, or *not
///   on this host* with the reason; a number is drawn as a band as wide as its tolerance. `status` says whether
///   somebody of this project read the number in the source.
/// - **Errors** an id that is not in `data/figures.tsv` is refused with the nearest ones.
public final class Published implements Claim {
    private final Figure figure;
    private final Place place;

    private Published(Figure figure, Place place) {
        this.figure = figure;
        this.place = place;
    }

    /// The figure with this id.
    ///
    /// @throws IllegalArgumentException with the nearest ids, if there is none
    public static Published of(String id) {
        return new Published(Figures.of(id), Place.ANYWHERE);
    }

    /// All of them, in the order of the file.
    public static List<Figure> all() {
        return Figures.all();
    }

    /// The same for a place on the chart, where the figure itself names none: `at("padded", 2)`.
    public Published at(Object... where) {
        return new Published(figure, Place.of(where));
    }

    /// The line of the file.
    public Figure figure() {
        return figure;
    }

    /// How a single number that was measured for this figure agrees with it: reproduced, shape only, not reproduced, or
    /// not distinguishable here.
    ///
    /// @param median the number
    /// @param low where its interval begins
    /// @param high where it ends
    /// @throws IllegalArgumentException if the figure is not about a single number
    public String verdict(double median, double low, double high) {
        Point point = new Point(0, median, low, high, 0, List.of());
        List<Expectation> expected = Expectation.of(figure);
        return switch (expected.getFirst()) {
            case Expectation.Level level when expected.size() == 1 -> PublishedJudge.verdict(level, point);
            case Expectation.Bound bound when expected.size() == 1 -> PublishedJudge.verdict(bound, point);
            default ->
                throw new IllegalArgumentException(
                        "the figure " + figure.id() + " is not about a single number: " + figure.value());
        };
    }

    Place place() {
        return place;
    }

    @Override
    public String toString() {
        return "Published: " + figure.claim() + " (" + figure.source() + "; " + figure.status() + ")";
    }
}
