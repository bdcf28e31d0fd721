package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/// An experiment asked by a check: every choice is tried, what the experiment forbids fails with its shortest story.
class ExperimentLawTest {
    /// Pays in two steps, between which it may crash.
    private interface Payer {
        int[] pay(Trial trial, int[] accounts);
    }

    private record Sum(int all) {}

    /// Two payments, one after the other.
    record Payments(int amount) implements Scenario<Payer, Sum> {
        Payments() {
            this(10);
        }

        @Override
        public Sum run(Payer payer, Trial trial) {
            int[] accounts = {100, 100};
            for (int i = 0; i < 2; i++) {
                accounts = payer.pay(trial, accounts);
            }
            return new Sum(accounts[0] + accounts[1]);
        }
    }

    private static final class Careful {
        static int[] pay(Trial trial, int[] accounts) {
            return trial.choose("crash", 2) == 1 ? accounts : new int[] {accounts[0] - 10, accounts[1] + 10};
        }
    }

    private static final class Careless {
        static int[] pay(Trial trial, int[] accounts) {
            int[] after = {accounts[0] - 10, accounts[1]};
            trial.step("payer", "took 10", java.util.List::of);
            if (trial.choose("crash", 2) == 1) {
                return after;
            }
            after[1] += 10;
            return after;
        }
    }

    private static final class Throwing {
        static int[] pay(Trial trial, int[] accounts) {
            throw new UnsupportedOperationException("not written yet");
        }
    }

    private static Experiment<Payer, Sum> payments() {
        return Experiment.of(new Payments())
                .forbid("money made or lost", row -> row.all() != 200)
                .accept("all of it is there", row -> true);
    }

    private static Law<Payer, ?> law() {
        return payments().law("money", "is all the money there?", "It is somebody's.", "Crash between the steps.");
    }

    /// A method reference has a name only where it is serializable.
    private interface Named extends Payer, java.io.Serializable {}

    private static Check check(Named payer) {
        return Check.that(payer, law());
    }

    @Test
    void that_everyEndingAccepted_holdsAndSaysHowFar() {
        Check check = check(Careful::pay);
        assertThat(check.holds()).as(check.toString()).isTrue();
        assertThat(check.toString()).contains("4 trials, 1 way to end; every choice was tried");
    }

    @Test
    void that_forbiddenEnding_failsWithTheShortestStory() {
        Check check = check(Careless::pay);
        assertThat(check.verdicts().getFirst().judgement()).isInstanceOfSatisfying(Judgement.Fails.class, fails -> {
            assertThat(fails.expected()).isEqualTo("all of it is there");
            assertThat(fails.got()).contains("money made or lost", "all=190");
            assertThat(fails.witness()).isEqualTo("crash = 1");
            assertThat(fails.trace()).isNotNull();
            assertThat(fails.why()).isEqualTo("It is somebody's.");
        });
        assertThat(check.toString()).contains("took 10");
    }

    @Test
    void that_subjectThrows_isItsWayToEnd() {
        Check check = check(Throwing::pay);
        assertThat(check.verdicts().getFirst().fails()).isTrue();
        assertThat(check.toString()).contains("not written yet");
    }

    /// What was seen is data: equal data are judged alike, without the subject.
    @Test
    void judge_sameObservation_sameVerdictWithoutTheSubject() throws Exception {
        judgedTwice(law());
    }

    private static <O extends Record> void judgedTwice(Law<Payer, O> law) throws Exception {
        Named careless = Careless::pay;
        O seen = law.observe(careless, 1);
        assertThat(law.judge(seen)).isEqualTo(law.judge(seen)).isInstanceOf(Judgement.Fails.class);
    }

    /// A scenario whose threads run on this host.
    record Threads(int threads) implements Scenario<Payer, Sum> {
        Threads() {
            this(2);
        }

        @Override
        public Sum run(Payer payer, Trial trial) throws Exception {
            Crew.Work work = trial.crew().rounds(threads, 3, worker -> {
                while (worker.next()) {
                    Thread.onSpinWait();
                }
            });
            return new Sum((int) work.total());
        }
    }

    @Test
    void that_threadsOfThisHost_areMeasured() {
        Named any = Careful::pay;
        Check check = Check.that(
                any,
                Experiment.of(new Threads())
                        .repeats(3)
                        .forbid("rounds lost", row -> row.all() != 6)
                        .law("rounds", "are all rounds made?", "They count.", "Count them."));
        assertThat(check.holds()).as(check.toString()).isTrue();
        assertThat(check.toString()).contains("3 trials, 1 way to end: evidence, not proof");
    }

    @Test
    void law_nothingForbidden_isRefusedWithARemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.of(new Payments()).law("a", "b?", "c", "d"))
                .withMessageContaining("forbid(");
    }
}
