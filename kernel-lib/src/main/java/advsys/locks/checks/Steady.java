package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Is a word always at the same place, in whatever order one asks? Who stores a lock at an address must find it there.
///
/// - **Guarantee** arithmetic, not measurement: the same on every host.
/// - **Cost** nothing.
/// - **Source** ours.
///
/// @param words how many
public record Steady(int words) implements Law<Maker<Placement>, Steady.Seen> {
    private static final int QUESTIONS = 40;

    /// What was asked, in its order, and what was answered.
    public record Seen(List<Integer> asked, List<Long> answered) {}

    @Override
    public String name() {
        return "the same place";
    }

    @Override
    public String question() {
        return "is each word at the same place whenever one asks?";
    }

    @Override
    public Seen observe(Maker<Placement> places, long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Placement placement = places.make();
        List<Integer> asked = new ArrayList<>();
        List<Long> answered = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            int word = random.nextInt(words);
            asked.add(word);
            answered.add(placement.offset(word));
        }
        return new Seen(asked, answered);
    }

    @Override
    public Judgement judge(Seen seen) {
        for (int later = 1; later < seen.asked.size(); later++) {
            int earlier = seen.asked.indexOf(seen.asked.get(later));
            if (!seen.answered.get(earlier).equals(seen.answered.get(later))) {
                return new Judgement.Fails(
                        "word " + seen.asked.get(later) + " at byte " + seen.answered.get(earlier) + " again",
                        "byte " + seen.answered.get(later),
                        "One thread takes the lock at the one place, another at the other: they never meet, and both go"
                                + " in.",
                        "What does your answer depend on besides the number of the word?",
                        "question " + (earlier + 1) + ": byte " + seen.answered.get(earlier) + "; question "
                                + (later + 1) + ", the same word: byte " + seen.answered.get(later));
            }
        }
        return new Judgement.Holds(seen.asked.size() + " questions, each word always at its place");
    }
}
