package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.stop.StopWeaver;
import advsys.lab.stop.Woven;
import advsys.lab.subjects.BrokenGate;
import advsys.lab.subjects.Gate;
import advsys.lab.subjects.OpenGate;
import advsys.lab.subjects.Passing;
import advsys.lab.subjects.ShutGate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Subjects that do not behave.
@Tag("alone") // it measures
final class HangTest {
    /// As the build weaves the chapters, and the kernel cells.
    private static Gate shut() throws Exception {
        return (Gate) Woven.copy(ShutGate.class, StopWeaver.Entries.RECURSIVE)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static final AtomicInteger MADE = new AtomicInteger();

    private static Gate counted() {
        MADE.incrementAndGet();
        return new OpenGate();
    }

    private static Experiment<Maker<Gate>, Passing.Row> passing() {
        return Experiment.of(new Passing()).with("windowMillis", 5).repeats(3);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    @Test
    void run_subjectThatHangs_isStoppedAndTheOthersGoOn() throws Exception {
        long start = System.nanoTime();
        Results results = passing()
                .compare("gate", OpenGate::new, HangTest::shut)
                .with("threads", 2)
                .run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Frame frame = results.frame();
        assertThat(frame.where("gate", "HangTest.shut").column("outcome")).containsOnly("hung");
        assertThat(frame.where("gate", "HangTest.shut").size())
                .as("not tried again")
                .isEqualTo(1);
        assertThat(frame.where("gate", "OpenGate").column("outcome")).containsExactly("ok", "ok", "ok");
        assertThat(results.notes())
                .anySatisfy(note -> assertThat(note)
                        .contains("HangTest.shut hung", "worker 1 of 2", "ShutGate.enter(ShutGate.java:")
                        .doesNotContain("given up"));
        assertThat(seconds).as("1.5 s without progress, and then at once").isLessThan(10);
        double share = 1;
        for (int i = 0; i < 30 && share > 0.5; i++) { // of one core: compilers may be at work for a while
            long before = cpuNanos();
            long wall = System.nanoTime();
            Thread.sleep(300);
            share = (double) (cpuNanos() - before) / (System.nanoTime() - wall);
        }
        assertThat(share).as("nobody spins any more").isLessThanOrEqualTo(0.5);
    }

    @Test
    void run_subjectThatThrows_isARowWithItsReason() {
        Results results = passing()
                .compare("gate", BrokenGate::new, OpenGate::new)
                .with("threads", 2)
                .run();
        Frame broken = results.frame().where("gate", "BrokenGate");
        assertThat(broken.column("outcome")).containsExactly("threw", "threw", "threw");
        assertThat(broken.column("passagesPerMicrosecond")).containsOnlyNulls();
        assertThat(results.notes())
                .anySatisfy(note -> assertThat(note)
                        .contains(
                                "BrokenGate threw IllegalStateException: off its hinges",
                                "BrokenGate.java:",
                                "(3 trials)"));
    }

    record Null() implements Scenario<String, Passing.Row> {
        @Override
        @SuppressWarnings("NullAway") // as a reader might
        public Passing.Row run(String subject, Trial trial) {
            return null;
        }
    }

    @Test
    void run_scenarioWithoutARow_isAnOutcome() {
        Results results =
                Experiment.of(new Null()).compare("what", "x").repeats(1).run();
        assertThat(results.frame().column("outcome")).containsExactly("threw");
        assertThat(results.notes()).anyMatch(note -> note.contains("returned null in place of a row"));
    }

    @Test
    void run_interrupted_returnsWhatThereIs() throws Exception {
        AtomicReference<@Nullable Results> partial = new AtomicReference<>();
        CountDownLatch flagged = new CountDownLatch(1);
        Thread cell = Thread.ofPlatform().start(() -> {
            partial.set(passing()
                    .compare("gate", HangTest::counted)
                    .with("threads", 1)
                    .repeats(100_000)
                    .run());
            if (Thread.currentThread().isInterrupted()) {
                flagged.countDown();
            }
        });
        while (MADE.get() < 12) { // eight at most were for warming up
            Thread.sleep(10);
        }
        long start = System.nanoTime();
        cell.interrupt();
        assertThat(cell.join(java.time.Duration.ofSeconds(20))).isTrue();
        assertThat((System.nanoTime() - start) / 1e9).as("aim 0.5 s").isLessThan(5);
        assertThat(flagged.getCount()).as("the flag stays set").isZero();
        Results results = java.util.Objects.requireNonNull(partial.get());
        assertThat(results.interrupted()).isTrue();
        assertThat(results.done()).isBetween(1, 99_999);
        assertThat(results.frame().size()).isEqualTo(results.done());
        assertThat(results.frame().column("outcome")).containsOnly("ok");
        assertThat(results.notes()).anyMatch(note -> note.startsWith("interrupted: " + results.done() + " of 100000"));
    }

    @Test
    void supervised_uninterruptibleThread_isGivenUpWithItsStack() {
        CountDownLatch release = new CountDownLatch(1);
        long start = System.nanoTime();
        Supervised.End<String> end = Supervised.run("stubborn", new Pulse(), () -> {
            while (release.getCount() > 0) {
                LockSupport.parkNanos(1_000_000); // woven code would leave; this is the test's own
            }
            return "late";
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        release.countDown();
        assertThat(end).isInstanceOfSatisfying(Supervised.End.Hung.class, hung -> {
            assertThat(hung.givenUp()).isTrue();
            assertThat(hung.stacks()).contains("stubborn").contains("given up");
        });
        assertThat(seconds).isGreaterThan(1.4).isLessThan(8);
    }

    @Test
    void supervised_longWorkWithAPulse_isLeftAlone() {
        Pulse pulse = new Pulse();
        Supervised.End<String> end = Supervised.run("long", pulse, () -> {
            for (int i = 0; i < 25; i++) {
                Thread.sleep(80);
                pulse.beat();
            }
            return "done";
        });
        assertThat(end).isEqualTo(new Supervised.End.Value<>("done"));
    }

    @Test
    void supervised_threadsLeftBehind_endWithTheTrial() throws Exception {
        AtomicReference<@Nullable Thread> left = new AtomicReference<>();
        Supervised.run("untidy", new Pulse(), () -> {
            left.set(Thread.ofPlatform().daemon().start(() -> {
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            return "done";
        });
        assertThat(java.util.Objects.requireNonNull(left.get()).join(java.time.Duration.ofSeconds(10)))
                .isTrue();
    }
}
