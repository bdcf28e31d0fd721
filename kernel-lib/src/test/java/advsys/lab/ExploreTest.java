package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.subjects.Sleeping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ExploreTest {
    record Sum(int sum) {}

    /// As many dice as the subject says, each with `sides` sides.
    record Dice(int sides, boolean merges) implements Scenario<Integer, Sum> {
        Dice() {
            this(6, false);
        }

        @Override
        public Sum run(Integer dice, Trial trial) {
            int sum = 0;
            for (int die = 0; die < dice; die++) {
                sum += 1 + trial.choose("die", sides);
                int now = sum;
                trial.step("player", "throws " + now, List::of);
                if (merges) {
                    trial.merge(List.of(die, sum));
                }
            }
            return new Sum(sum);
        }
    }

    private final Experiment<Integer, Sum> dice = Experiment.of(new Dice()).compare("dice", 2);

    private static long count(Outcomes outcomes, String outcome) {
        return outcomes.outcomes().stream()
                .filter(each -> each.outcome().equals(outcome))
                .mapToLong(Outcomes.Outcome::count)
                .sum();
    }

    @Test
    void explore_all_triesEveryCombinationOnce() {
        Outcomes outcomes = dice.explore();
        assertThat(outcomes.trials()).isEqualTo(36);
        assertThat(outcomes.complete()).isTrue();
        assertThat(outcomes.outcomes()).hasSize(11);
        assertThat(count(outcomes, "sum=7")).isEqualTo(6);
        assertThat(count(outcomes, "sum=12")).isEqualTo(1);
        assertThat(outcomes.coverage()).isEqualTo("36 trials: every combination of choices; complete");
    }

    @Test
    void explore_subjectsAndSettings_eachHaveTheirOutcomes() {
        Outcomes outcomes = dice.compare("dice", 1, 2).with("sides", 2, 3).explore();
        assertThat(outcomes.factors()).containsExactly("sides");
        Frame frame = outcomes.frame();
        assertThat(frame.columns())
                .containsExactly("dice", "sides", "merges", "outcome", "verdict", "law", "count", "witness");
        assertThat(frame.where("dice", 1).where("sides", 3).column("outcome"))
                .containsExactly("sum=1", "sum=2", "sum=3");
        assertThat(outcomes.trials()).isEqualTo(2 + 3 + 4 + 9);
    }

    @Test
    void explore_equalStates_areMergedWithTheSameEnding() {
        Outcomes plain = dice.compare("dice", 6).explore();
        Outcomes merged = dice.compare("dice", 6).with("merges", true).explore();
        assertThat(plain.trials()).isEqualTo(6 * 6 * 6 * 6 * 6 * 6);
        assertThat(merged.trials()).isLessThan(500);
        assertThat(sums(merged)).isEqualTo(sums(plain));
        assertThat(merged.complete()).isTrue();
    }

    private static TreeSet<String> sums(Outcomes outcomes) {
        TreeSet<String> sums = new TreeSet<>();
        outcomes.outcomes().forEach(outcome -> sums.add(outcome.outcome()));
        return sums;
    }

    @Test
    void explore_fewDepartures_triesThoseAndIsNotComplete() {
        Outcomes outcomes = dice.compare("dice", 4)
                .with("sides", 3)
                .search(Search.departures(1))
                .explore();
        assertThat(outcomes.trials()).isEqualTo(1 + 4 * 2);
        assertThat(outcomes.complete()).isFalse();
        assertThat(outcomes.coverage()).contains("at most 1 departure from the ordinary course; not complete");
        assertThat(dice.search(Search.departures(2)).explore().complete()).isTrue();
        Outcomes merged = dice.compare("dice", 4)
                .with("sides", 3)
                .with("merges", true)
                .search(Search.departures(2))
                .explore();
        Outcomes plain = dice.compare("dice", 4)
                .with("sides", 3)
                .search(Search.departures(2))
                .explore();
        assertThat(sums(merged))
                .as("a state met with fewer departures is not the same")
                .isEqualTo(sums(plain));
    }

    @Test
    void explore_sample_drawsBySeed() {
        Experiment<Integer, Sum> sampled = dice.compare("dice", 3).search(Search.sample(3_000));
        Outcomes outcomes = sampled.seed(4).explore();
        assertThat(outcomes.trials()).isEqualTo(3_000);
        assertThat(outcomes.complete()).isFalse();
        assertThat((double) count(outcomes, "sum=10") / 3_000).isBetween(0.09, 0.16); // 27 of 216
        assertThat(count(sampled.seed(4).explore(), "sum=10")).isEqualTo(count(outcomes, "sum=10"));
        assertThat(outcomes.outcomes())
                .extracting(Outcomes.Outcome::count)
                .isNotEqualTo(sampled.seed(5).explore().outcomes().stream()
                        .map(Outcomes.Outcome::count)
                        .toList());
    }

    @Test
    void explore_laws_decideInOrderAndForbidTheUnforeseen() {
        Outcomes outcomes = dice.forbid("unlucky", sum -> sum.sum() == 7)
                .accept("small", sum -> sum.sum() < 8)
                .notice("great", sum -> sum.sum() > 10)
                .explore();
        assertThat(outcomes.outcomes()).allSatisfy(outcome -> {
            int sum = Integer.parseInt(outcome.outcome().substring("sum=".length()));
            String verdict = sum == 7 || sum > 7 && sum < 11 ? "forbidden" : sum < 8 ? "accepted" : "noticed";
            assertThat(outcome.verdict()).isEqualTo(verdict);
        });
        assertThat(outcomes.outcomes()).extracting(Outcomes.Outcome::law).contains("not foreseen");
        assertThat(dice.notice("great", sum -> sum.sum() > 10).explore().outcomes())
                .filteredOn(outcome -> outcome.outcome().equals("sum=7"))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.verdict()).isEmpty());
    }

    @Test
    void witness_law_isTheTrialWithTheFewestDepartures() {
        Outcomes outcomes =
                dice.compare("dice", 3).forbid("seven", sum -> sum.sum() == 7).explore();
        Trace witness = outcomes.witness("seven"); // 1 1 5 departs once, 2 2 3 three times
        assertThat(witness.title()).contains("die = 4").doesNotContain(",  die = 4, die");
        assertThat(witness.steps()).hasSize(3);
        assertThat(witness.steps().getLast().event()).isEqualTo("throws 7");
        assertThat(witness.notes()).anyMatch(note -> note.equals("ended with sum 7"));
        assertThatThrownBy(() -> outcomes.witness("six")).hasMessageContaining("the laws are [seven]");
    }

    record Fragile() implements Scenario<String, Sum> {
        @Override
        public Sum run(String subject, Trial trial) {
            int where = trial.choose("crash", 4);
            if (where == 2) {
                throw new IllegalStateException("lost");
            }
            return new Sum(where);
        }
    }

    @Test
    void explore_trialThatThrows_isAForbiddenOutcome() {
        Outcomes outcomes = Experiment.of(new Fragile())
                .compare("log", "x")
                .accept("fine", sum -> true)
                .explore();
        assertThat(outcomes.outcomes()).anySatisfy(outcome -> {
            assertThat(outcome.outcome()).isEqualTo("threw IllegalStateException: lost");
            assertThat(outcome.verdict()).isEqualTo("forbidden");
            assertThat(outcome.law()).isEqualTo("threw");
            assertThat(outcome.witness()).isEqualTo("crash = 2");
        });
        assertThat(outcomes.complete()).isTrue();
        assertThat(outcomes.witness("threw").notes()).anyMatch(note -> note.contains("threw IllegalStateException"));
    }

    record Swallowing() implements Scenario<String, Sum> {
        @Override
        public Sum run(String subject, Trial trial) {
            int first = trial.choose("a", 2);
            try {
                trial.merge("always the same");
            } catch (RuntimeException swallowed) {
                return new Sum(99);
            }
            return new Sum(first);
        }
    }

    @Test
    void merge_swallowedByTheScenario_isNoOutcome() {
        Outcomes outcomes = Experiment.of(new Swallowing()).compare("s", "x").explore();
        assertThat(sums(outcomes)).containsExactly("sum=0");
    }

    private static final AtomicInteger NOISE = new AtomicInteger();

    record Unstable() implements Scenario<String, Sum> {
        @Override
        public Sum run(String subject, Trial trial) {
            return new Sum(trial.choose("a", 2 + NOISE.incrementAndGet()) + trial.choose("b", 2));
        }
    }

    @Test
    void explore_chanceFromOutside_isFoundOut() {
        Outcomes outcomes = Experiment.of(new Unstable()).compare("s", "x").explore();
        assertThat(outcomes.outcomes())
                .anySatisfy(outcome ->
                        assertThat(outcome.outcome()).contains("all chance of a scenario must come from its trial"));
    }

    private static final List<String> MADE = new ArrayList<>();

    record Preparing() implements Scenario<String, Sum> {
        @Override
        public Sum run(String subject, Trial trial) {
            int base = trial.once(() -> {
                MADE.add("base");
                return 10;
            });
            return new Sum(base + trial.choose("a", 5));
        }
    }

    @Test
    void once_beforeAllChoices_isComputedOnce() {
        MADE.clear();
        Outcomes outcomes = Experiment.of(new Preparing()).compare("s", "x").explore();
        assertThat(outcomes.trials()).isEqualTo(5);
        assertThat(MADE).hasSize(1);
    }

    @Test
    void explore_trialThatHangs_isAnOutcomeAndTheRestGoesOn() {
        Outcomes outcomes = Experiment.of(new Sleeping()).compare("s", "x").explore();
        assertThat(outcomes.trials()).isEqualTo(3);
        assertThat(count(outcomes, "slept=0")).isEqualTo(2);
        assertThat(outcomes.outcomes()).anySatisfy(outcome -> {
            assertThat(outcome.law()).isEqualTo("hung");
            assertThat(outcome.witness()).isEqualTo("a = 1");
        });
        assertThat(outcomes.notes()).anyMatch(note -> note.contains("Sleeping.run(Sleeping.java:"));
    }

    record Deep() implements Scenario<String, Sum> {
        @Override
        public Sum run(String subject, Trial trial) {
            int sum = 0;
            for (int i = 0; i < 60; i++) {
                sum += trial.choose("bit", 2);
            }
            return new Sum(sum);
        }
    }

    @Test
    void explore_budget_endsInTimeAndSaysSo() {
        Outcomes outcomes = Experiment.of(new Deep())
                .compare("s", "x")
                .budget(Duration.ofMillis(200))
                .explore();
        assertThat(outcomes.complete()).isFalse();
        assertThat(outcomes.trials()).isPositive();
        assertThat(outcomes.coverage()).endsWith("stopped before the end");
    }

    @Test
    void explore_interrupted_returnsWhatThereIs() throws Exception {
        Outcomes[] partial = new Outcomes[1];
        Thread cell = Thread.ofPlatform()
                .start(() ->
                        partial[0] = Experiment.of(new Deep()).compare("s", "x").explore());
        Thread.sleep(300);
        cell.interrupt();
        assertThat(cell.join(Duration.ofSeconds(20))).isTrue();
        assertThat(partial[0].complete()).isFalse();
        assertThat(partial[0].trials()).isPositive();
    }

    record Threads() implements Scenario<String, Sum> {
        @Override
        public Sum run(String subject, Trial trial) throws Exception {
            return new Sum((int) trial.crew().rounds(2, 1, worker -> {}).total());
        }
    }

    @Test
    void explore_realThreads_isRefusedWithAReason() {
        assertThat(Experiment.of(new Threads()).compare("s", "x").explore().outcomes())
                .singleElement()
                .satisfies(
                        outcome -> assertThat(outcome.outcome()).contains("threads of this host cannot be explored"));
    }

    @Test
    void search_withNonsense_isRefused() {
        assertThatThrownBy(() -> new Search("some", 1)).hasMessageContaining("Search.all()");
        assertThatThrownBy(() -> Search.sample(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Search.departures(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
