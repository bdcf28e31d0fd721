package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Maker;
import advsys.locks.exam.Finding;
import advsys.locks.exam.Finding.Verdict;
import advsys.locks.exam.MutexExam;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// What every [Mutex] promises. A subclass names the lock: five lines. The seed is a new one each time; a
/// failure prints it.
abstract class MutexContract {
    private final MutexExam exam = new MutexExam()
            .seed(ThreadLocalRandom.current().nextLong(1_000_000))
            .limit(Duration.ofMillis(400));

    abstract Maker<Mutex> lock();

    /// Two on two cores meet most closely: overlap inside, a write not seen, a lost wake-up.
    @Test
    void lock_twoVisitors_keepsItsPromise() {
        assertHolds(exam.visitors(2).examine(lock()));
    }

    /// A queue of waiters, and holders that lose their processor: nobody may be forgotten, however slow it
    /// gets.
    @Test
    void lock_moreVisitorsThanCores_keepsItsPromise() {
        int crowd = Runtime.getRuntime().availableProcessors() + 2;
        assertHolds(exam.visitors(crowd).examine(lock()));
    }

    static void assertHolds(Finding finding) {
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.visits()).as("visits, or nothing was examined").isGreaterThan(100);
    }

    /// For locks that promise first come, first served.
    abstract static class InOrder extends MutexContract {
        @Test
        void lock_visitorsOneByOne_servesThemInOrder() {
            assertHolds(((MutexContract) this).exam.visitors(4).inOrder().examine(lock()));
        }
    }
}
