package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CheckTest {
    /// A law about numbers, whose observation is made by whatever the test puts in.
    private record Even(Function<Maker<Integer>, Integer> look) implements Law<Maker<Integer>, Even.Seen> {
        record Seen(int number) {}

        @Override
        public String name() {
            return "evenness";
        }

        @Override
        public String question() {
            return "is it even?";
        }

        @Override
        public Seen observe(Maker<Integer> subject, long seed) {
            return new Seen(look.apply(subject));
        }

        @Override
        public Judgement judge(Seen seen) {
            if (seen.number < 0) {
                return new Judgement.CannotJudge("it is negative", "Add something.");
            }
            return seen.number % 2 == 0
                    ? new Judgement.Holds("it is " + seen.number)
                    : new Judgement.Fails(
                            "an even number", seen.number + "", "Odd ones do not pair.", "Add one.", "<b>");
        }

        @Override
        public Duration limit() {
            return Duration.ofMillis(300);
        }
    }

    private static final class Six {
        static Integer make() {
            return 6;
        }
    }

    private static Integer made(Maker<Integer> maker) {
        try {
            return maker.make();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Check check(Function<Maker<Integer>, Integer> look) {
        return Check.that(Six::make, new Even(look));
    }

    @Test
    void that_lawHolds_saysHowManyAndHowManyMore() {
        Check check = Check.that(Six::make, new Even(CheckTest::made), new Even(made -> 4));
        assertThat(check.holds()).isTrue();
        assertThat(check.summary()).isEqualTo("2 of 2 visible checks");
        assertThat(check.moreAtGrading(2).toString())
                .startsWith("Six.make: 2 of 2 visible checks; 2 more at grading\n")
                .contains("✓ evenness: is it even?", "it is 6");
    }

    @Test
    void that_lawFails_saysAllThatAReaderNeedsAndEscapesIt() {
        Bundle shown = check(made -> 3).shown();
        assertThat(shown.text())
                .contains("0 of 1 visible check\n", "✗ evenness")
                .contains("expected: an even number", "got: 3", "why it matters: Odd", "try next: Add", "witness: <b>")
                .contains("seed: 1");
        assertThat(shown.data().get(Bundle.HTML).toString())
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void that_hostCannotTell_isNeitherHeldNorFailed() {
        Check check = check(made -> -1);
        assertThat(check.holds()).isFalse();
        assertThat(check.verdicts().getFirst().fails()).isFalse();
        assertThat(check.toString())
                .contains("0 of 1 visible check, 1 not to be judged here", "cannot judge here: it is negative");
    }

    @Test
    void that_subjectThrows_isAVerdictWithItsMessage() {
        Check check = check(made -> {
            throw new UnsupportedOperationException("exercise 0");
        });
        assertThat(check.verdicts().getFirst().fails()).isTrue();
        assertThat(check.toString()).contains("exercise 0", "not written yet");
    }

    @Test
    void that_subjectEatsTheStack_isAVerdict() {
        assertThat(check(CheckTest::deeper).toString()).contains("got: StackOverflowError");
    }

    private static Integer deeper(Maker<Integer> made) {
        return deeper(made) + 1;
    }

    @Test
    void that_subjectHangs_isStoppedAndTheRestIsNotAsked() {
        List<Thread> stuck = new ArrayList<>();
        Law<Maker<Integer>, Even.Seen> hangs = new Even(made -> {
            stuck.add(Thread.currentThread());
            awaitForEver();
            return 2;
        });
        Check check = Check.that(Six::make, hangs, new Even(CheckTest::made));
        assertThat(check.verdicts().get(0).stopped()).isTrue();
        assertThat(check.toString())
                .contains("0 of 2 visible checks, 1 not to be judged here")
                .contains("an end within 0.3 s", "a check before this one had to be stopped");
        assertThat(stuck).noneMatch(Thread::isAlive);
    }

    private static void awaitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void that_interrupted_isCancelledAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> check(made -> 2)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void replay_seed_isTheOneAskedWith() {
        Check check = Check.replay(77, Six::make, new Even(made -> 1));
        assertThat(check.toString()).contains("seed: 77");
    }

    @Test
    void that_noLaw_isRefusedWithARemedy() {
        Maker<Integer> six = Six::make;
        assertThatIllegalArgumentException().isThrownBy(() -> Check.that(six)).withMessageContaining("one law or more");
    }

    private static final class Nine {
        static Integer make() {
            return 9;
        }
    }

    @Test
    void lineUp_oneWrong_isCaughtByNameAndTheOthersAreNotAcquitted() {
        LineUp lineUp = LineUp.of(new Even(CheckTest::made), Six::make, Nine::make);
        assertThat(lineUp.caught()).containsExactly("Nine.make");
        assertThat(lineUp.toString())
                .startsWith("evenness: caught Nine.make; nothing found against Six.make, which is no proof\n")
                .contains("Six.make: 1 of 1 visible check", "got: 9");
        assertThat(lineUp.shown().data().get(Bundle.HTML).toString()).contains("Nine.make: 0 of 1 visible check");
    }

    @Test
    void lineUp_oneSuspect_isRefusedWithARemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineUp.of(new Even(CheckTest::made), Six::make))
                .withMessageContaining("two suspects or more");
    }
}
