package advsys.lab;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// What the reader says before the run: a value, an order, or a curve.
///
///     var left = Prediction.value("% of the throughput left with 4 threads", 40).at("TasLock", 4);
///     var rank = Prediction.ranking("fastest first", "BackoffLock", "TtasLock", "TasLock").at(4);
///     var flat = Prediction.curve("hit rate of LRU", 0, 0, 0, 0, 1).at("Lru");
///
/// Where the question speaks of per cent and the chart of shares or ratios, 40 means 0.4.
///
/// - **Guarantee** it is drawn dashed over the chart, and scored: a value is right inside the interval of the median or
///   within 10 % of it, half right within a factor of 2; a ranking by its pairs, of which those that are not
///   distinguishable here count neither way. One that was made after the run that it is judged on is shown and
///   not scored. The cell's output keeps it for tools, as JSON of the type [#MIME].
/// - **Errors** [IllegalArgumentException] names what is not in the rows, and lists what is.
/// - **Source** P. Tetlock, D. Gardner, "Superforecasting", 2015 (commit, then score); J. Heer, B. Victor and others on
///   explorable explanations.
public final class Prediction implements Claim {
    /// The type of what a cell's output keeps of a prediction.
    public static final String MIME = "application/vnd.advsys.prediction+json";

    /// What a prediction earned.
    ///
    /// @param points of `outOf`
    /// @param outOf 0 when it does not count
    /// @param reason in a few words
    public record Score(double points, double outOf, String reason) {}

    enum Kind {
        VALUE,
        RANKING,
        CURVE
    }

    private final Kind kind;
    private final String question;
    private final List<Double> numbers;
    private final List<String> names;
    private final Place place;
    private final long moment;
    private final Instant made;

    private Prediction(
            Kind kind,
            String question,
            List<Double> numbers,
            List<String> names,
            Place place,
            long moment,
            Instant made) {
        this.kind = kind;
        this.question = question;
        this.numbers = numbers;
        this.names = names;
        this.place = place;
        this.moment = moment;
        this.made = made;
    }

    private static Prediction now(Kind kind, String question, List<Double> numbers, List<String> names) {
        if (question.isBlank()) {
            throw new IllegalArgumentException("a prediction needs a question: say what the number will be of");
        }
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("\"" + question + "\": " + number + " cannot be measured");
            }
        }
        Instant made = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Prediction(kind, question, numbers, names, Place.ANYWHERE, Moment.next(), made);
    }

    /// One number.
    public static Prediction value(String question, double number) {
        return now(Kind.VALUE, question, List.of(number), List.of());
    }

    /// An order: of series, or of what stands on the x axis. The question says which end comes first ("fastest first",
    /// "fewest misses first"); without a word for it the best comes first where the unit tells, else the greatest.
    ///
    /// @throws IllegalArgumentException if there are not at least two different names
    public static Prediction ranking(String question, String... names) {
        if (names.length < 2 || new HashSet<>(List.of(names)).size() < names.length) {
            throw new IllegalArgumentException(
                    "\"" + question + "\": a ranking needs two or more different names, not " + List.of(names));
        }
        return now(Kind.RANKING, question, List.of(), List.of(names));
    }

    /// A number for each x of the chart, in the order of the axis.
    ///
    /// @throws IllegalArgumentException if there are not at least two numbers
    public static Prediction curve(String question, double... numbers) {
        if (numbers.length < 2) {
            throw new IllegalArgumentException(
                    "\"" + question + "\": a curve needs two numbers or more; for one, value");
        }
        return now(Kind.CURVE, question, DoubleStream.of(numbers).boxed().toList(), List.of());
    }

    /// The same for a place on the chart: a series and an x, `at("TasLock", 4)`; one of them where the other is clear,
    /// `at("TasLock")` for a curve, `at(4)` for a ranking; and a panel behind them where there are panels.
    public Prediction at(Object... where) {
        return new Prediction(kind, question, numbers, names, Place.of(where), moment, made);
    }

    @Override
    public String judge(Rows rows) {
        return ClaimVerdict.of(this, ClaimScope.of(rows)).sentence();
    }

    /// How many points it earns on `rows`, judged as by [#judge].
    public Score score(Rows rows) {
        Score score = ClaimVerdict.of(this, ClaimScope.of(rows)).score();
        return score == null ? new Score(0, 0, "it cannot be told on these rows") : score;
    }

    @Override
    public Bundle shown() {
        return PredictionView.of(this);
    }

    @Override
    public String toString() {
        return PredictionView.text(this);
    }

    Kind kind() {
        return kind;
    }

    String question() {
        return question;
    }

    List<Double> numbers() {
        return numbers;
    }

    List<String> names() {
        return names;
    }

    Place place() {
        return place;
    }

    Instant made() {
        return made;
    }

    /// True when it is known to be made after the results were there.
    boolean after(@Nullable Results results) {
        return results != null && moment > results.moment();
    }
}
