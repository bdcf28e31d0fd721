package advsys.lab;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What all trials have in common: a seed, a pulse, and nothing recorded.
///
/// The generator is `SplittableRandom` (G. Steele, D. Lea, C. Flood, OOPSLA 2014): in every JDK, and cheap enough to
/// make one for each of a million trials.
abstract class TrialBase implements Trial {
    final long seed;
    final Pulse pulse;
    private @Nullable RandomGenerator random;

    TrialBase(long seed, Pulse pulse) {
        this.seed = seed;
        this.pulse = pulse;
    }

    @Override
    public RandomGenerator random() {
        RandomGenerator made = random;
        if (made == null) {
            made = new SplittableRandom(seed);
            random = made;
        }
        return made;
    }

    /// Begins anew with the same numbers.
    final void freshRandom() {
        random = null;
    }

    @Override
    public int choose(String what, int options) {
        requireOptions(what, options);
        pulse.beat();
        return random().nextInt(options);
    }

    static void requireOptions(String what, int options) {
        if (options < 1) {
            throw new IllegalArgumentException(
                    "choose(\"" + what + "\", " + options + "): there must be at least 1 option");
        }
    }

    @Override
    public void merge(Object state) {
        pulse.beat();
    }

    @Override
    public <T> T once(Supplier<T> common) {
        return common.get();
    }

    @Override
    public void step(String actor, String event, Supplier<? extends List<? extends Record>> state) {
        pulse.beat();
    }

    @Override
    public void message(String from, String to, String what, Supplier<? extends List<? extends Record>> state) {
        pulse.beat();
    }

    @Override
    public void report(Record columns) {
        pulse.beat();
    }

    @Override
    public void poll() {
        pulse.beat();
        Cancel.poll();
    }
}
