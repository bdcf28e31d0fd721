package advsys.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A question to one or more subjects: a scenario, its knobs, and what is expected. Immutable; each verb returns a
/// copy.
///
/// - [#run] measures, [#trace] steps through one trial, [#explore] tries every choice.
/// - **Guarantee** trial k has the seed `seed + k`, the same for every subject and setting. Each subject runs in a
///   compiled loop of its own. Neither the order of the subjects nor that of the values changes what is run when.
/// - **Errors** a subject that throws or hangs is a row like any other; an interrupt keeps what has been measured.
///
/// @param <S> the subjects
/// @param <R> the rows
public final class Experiment<S, R extends Record> {
    private static final int DEFAULT_REPEATS = 11;

    private final Scenario<S, R> scenario;
    private final Knobs knobs;
    private String column = "subject";
    private List<Subject<S>> subjects = List.of();
    private Map<String, List<Object>> given = Map.of();
    private int repeats = DEFAULT_REPEATS;
    private long seed = 1;
    private @Nullable Duration budget;
    private Search search = Search.all();
    private Laws<R> laws = Laws.none();

    private Experiment(Scenario<S, R> scenario) {
        this.scenario = scenario;
        this.knobs = new Knobs(scenario);
    }

    private Experiment(Experiment<S, R> other) {
        this.scenario = other.scenario;
        this.knobs = other.knobs;
        this.column = other.column;
        this.subjects = other.subjects;
        this.given = other.given;
        this.repeats = other.repeats;
        this.seed = other.seed;
        this.budget = other.budget;
        this.search = other.search;
        this.laws = other.laws;
    }

    /// An experiment on `scenario`, a record whose components are the knobs and their defaults.
    public static <S, R extends Record> Experiment<S, R> of(Scenario<S, R> scenario) {
        return new Experiment<>(scenario);
    }

    /// Compares `subjects`, in place of those compared before. Each is called by its own name: of its class, constant
    /// or method.
    ///
    /// @param column what the subjects are: "lock"
    /// @throws IllegalArgumentException if one has no name, or two have the same
    @SafeVarargs
    @SuppressWarnings("varargs") // the list is only read
    public final Experiment<S, R> compare(String column, S... subjects) {
        return compare(column, List.of(subjects));
    }

    /// The same with a list.
    public Experiment<S, R> compare(String column, List<? extends S> subjects) {
        List<Subject<S>> named = new ArrayList<>();
        subjects.forEach(subject -> named.add(Subject.of(subject)));
        Experiment<S, R> copy = new Experiment<>(this);
        copy.column = column;
        copy.subjects = Subject.distinct(named);
        return copy;
    }

    /// Adds one subject with a name of the reader's, which no other may have.
    public Experiment<S, R> subject(String label, S subject) {
        List<Subject<S>> more = new ArrayList<>(subjects);
        more.add(new Subject<>(label, subject));
        Experiment<S, R> copy = new Experiment<>(this);
        copy.subjects = Subject.distinct(more);
        return copy;
    }

    /// Sets a knob: one value fixes it, several vary it. Arrays are spread, numbers widened.
    ///
    /// @throws IllegalArgumentException if there is no such knob, or a value has the wrong type
    public Experiment<S, R> with(String knob, Object... values) {
        Map<String, List<Object>> more = new LinkedHashMap<>(given);
        more.put(knob, knobs.values(knob, values));
        Experiment<S, R> copy = new Experiment<>(this);
        copy.given = more;
        return copy;
    }

    /// How often each subject is measured in each setting; 11 unless said. Six is the least that can tell a difference.
    public Experiment<S, R> repeats(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("repeats(" + n + "): at least 1");
        }
        Experiment<S, R> copy = new Experiment<>(this);
        copy.repeats = n;
        return copy;
    }

    /// The seed of the first trial; 1 unless said.
    public Experiment<S, R> seed(long seed) {
        Experiment<S, R> copy = new Experiment<>(this);
        copy.seed = seed;
        return copy;
    }

    /// Ends after about `total`: a run after whole repeats, at least one; an exploration anywhere. The results say so.
    public Experiment<S, R> budget(Duration total) {
        if (total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("a budget of " + total);
        }
        Experiment<S, R> copy = new Experiment<>(this);
        copy.budget = total;
        return copy;
    }

    /// How [#explore] chooses; every combination unless said.
    public Experiment<S, R> search(Search how) {
        Experiment<S, R> copy = new Experiment<>(this);
        copy.search = how;
        return copy;
    }

    /// A way to end that is as it should be. The first law that matches a row decides; once anything is accepted, what
    /// no law covers is forbidden as "not foreseen".
    public Experiment<S, R> accept(String law, Predicate<? super R> when) {
        return law(Laws.ACCEPTED, law, when);
    }

    /// A way to end that is allowed and worth knowing.
    public Experiment<S, R> notice(String law, Predicate<? super R> when) {
        return law(Laws.NOTICED, law, when);
    }

    /// A way to end that must not be.
    public Experiment<S, R> forbid(String law, Predicate<? super R> when) {
        return law(Laws.FORBIDDEN, law, when);
    }

    private Experiment<S, R> law(String verdict, String law, Predicate<? super R> when) {
        Experiment<S, R> copy = new Experiment<>(this);
        copy.laws = laws.and(verdict, law, when);
        return copy;
    }

    /// This experiment as a law of a [Check]: its scenario is run with the check's subject, and what is accepted,
    /// noticed and forbidden here judges every way to end.
    ///
    ///     Check.that(MyPolicy::new, pool.law("residents only", "is …?", "why it matters", "what to try next"))
    ///
    /// @throws IllegalArgumentException if nothing is accepted, noticed or forbidden
    public Law<S, ?> law(String name, String question, String whyItMatters, String tryNext) {
        return new ExperimentLaw<>(plan(List.of()), name, question, whyItMatters, tryNext);
    }

    /// Measures every subject in every setting, `repeats` times, interleaved.
    ///
    /// @throws IllegalStateException if there is no subject
    public Results run() {
        return new Measurement<>(plan()).run();
    }

    /// Tries every choice of every subject in every setting, as far as [#search] and [#budget] say.
    ///
    /// @throws IllegalStateException if there is no subject
    public Outcomes explore() {
        return Exploration.of(plan());
    }

    /// One trial of `subject`, step by step, in the first of the settings.
    public Trace trace(S subject, long seed) {
        Subject<S> named = subjects.stream()
                .filter(known -> known.value().equals(subject))
                .findFirst()
                .orElseGet(() -> Subject.of(subject));
        Plan<S, R> plan = plan(List.of(named));
        return Tracing.bySeed(plan, named, plan.settings().getFirst(), seed);
    }

    private Plan<S, R> plan() {
        if (subjects.isEmpty()) {
            throw new IllegalStateException("nothing to compare: say compare(\"lock\", TasLock::new, …) first. In a"
                    + " line-fed JShell, end the lines of a chain with the dot.");
        }
        return plan(subjects);
    }

    private Plan<S, R> plan(List<Subject<S>> asked) {
        return new Plan<>(scenario, knobs, column, asked, given, repeats, seed, budget, search, laws);
    }
}
