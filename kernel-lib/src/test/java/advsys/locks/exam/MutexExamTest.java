package advsys.locks.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import REPL.CellLike;
import advsys.lab.Maker;
import advsys.locks.BusyHost;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.TasLock;
import advsys.locks.exam.Finding.Verdict;
import advsys.testing.LongForm;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The examiner, examined: with locks whose faults are known, and with locks that have none.
@Tag("alone") // it keeps the host busy
class MutexExamTest {
    private static final MutexExam EXAM = new MutexExam().limit(Duration.ofSeconds(10)); // ends when it finds something

    @AfterEach
    void noVisitorIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("visitor-"));
    }

    @Test
    void examine_lockThatDoesNothing_findsTwoInside() {
        Finding finding = EXAM.examine(NoLock::new);
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.MUTUAL_EXCLUSION);
        assertThat(finding.witness()).contains("inside");
    }

    @Test
    void examine_testThenSet_findsTwoInside() {
        Finding finding = EXAM.examine(TestThenSet::new);
        assertThat(finding.verdict()).as(finding.toString()).isIn(Verdict.MUTUAL_EXCLUSION, Verdict.LOST_UPDATE);
    }

    /// A class of a cell is delayed without the class around it, which holds the cell's variables.
    @Test
    void examine_lockOfACell_isExaminedUnderItsName() {
        Finding finding = EXAM.examine(CellLike.HastyLock::new);
        assertThat(finding.toString()).matches("(?s)HastyLock: (mutual exclusion|lost update).*");
    }

    @Test
    void examine_lockThatNeverLetsGo_findsHangAndEndsTheThreads() {
        Finding finding = EXAM.examine(NeverReleased::new);
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HANG);
        assertThat(finding.witness()).contains("wants the lock", "MutexExamTest.java");
    }

    @Test
    void examine_sleeperThatNobodyWakes_findsHang() {
        Finding finding = EXAM.examine(Asleep::new);
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HANG);
        assertThat(finding.witness()).contains("asleep");
    }

    @Test
    void examine_throwingLock_saysWhatItThrewAndWhere() {
        Finding finding = EXAM.examine(Stub::new);
        assertThat(finding.verdict()).isEqualTo(Verdict.THREW);
        assertThat(finding.witness()).contains("exercise 3.1.1", "MutexExamTest.java");
    }

    @Test
    void examine_throwingMaker_saysSo() {
        Maker<Mutex> maker = () -> {
            throw new IllegalStateException("no lock today");
        };
        assertThat(EXAM.examine(maker).witness()).contains("making the lock", "no lock today");
    }

    @Test
    void examine_locksWithoutOrder_areFoundOutWhenOrderIsPromised() {
        MutexExam inOrder = EXAM.limit(Duration.ofMillis(100)).inOrder();
        assertThat(inOrder.examine(TasLock::new).verdict()).isEqualTo(Verdict.ORDER);
        assertThat(inOrder.examine(Barging::new).verdict()).isEqualTo(Verdict.ORDER);
    }

    /// More threads than cores, and the host busy besides: slow is no fault.
    @Test
    void examine_goodLocks_neverRaiseAnAlarm() throws Exception {
        MutexExam exam = new MutexExam(Runtime.getRuntime().availableProcessors() + 2, Duration.ofMillis(20), 1, false);
        try (BusyHost load = BusyHost.allCores()) {
            int times = LongForm.times(30, 100, "examinations of right locks on a busy host");
            for (int seed = 1; seed <= times; seed++) {
                Finding first = exam.seed(seed).examine(TasLock::new);
                assertThat(first.verdict()).as(load + ": " + first).isEqualTo(Verdict.HOLDS);
                Finding second = exam.seed(seed).examine(McsLock::new);
                assertThat(second.verdict()).as(load + ": " + second).isEqualTo(Verdict.HOLDS);
            }
        }
    }

    /// A count, not a time: whatever else the host does, as much is seen.
    @Test
    void examine_enoughVisits_endsBeforeTheLimit() {
        Finding finding =
                new MutexExam().limit(Duration.ofMinutes(10)).enough(2_000).examine(TasLock::new);
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.visits()).isGreaterThanOrEqualTo(2_000);
    }

    @Test
    void examine_interrupted_endsAtOnce() throws Exception {
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread examiner = Thread.ofPlatform().start(() -> {
            try {
                new MutexExam().limit(Duration.ofMinutes(10)).examine(TasLock::new);
            } catch (CancellationException cancelled) {
                ended.set(cancelled);
            }
        });
        Thread.sleep(50);
        examiner.interrupt();
        examiner.join(20_000);
        assertThat(examiner.isAlive()).isFalse();
        assertThat(ended.get()).isInstanceOf(CancellationException.class);
    }

    @Test
    void new_uselessKnobs_areRefusedWithARemedy() {
        assertThatIllegalArgumentException().isThrownBy(() -> EXAM.visitors(1)).withMessageContaining("take 2 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXAM.visitors(2).inOrder())
                .withMessageContaining("take 3 or more");
        assertThatThrownBy(() -> EXAM.limit(Duration.ZERO)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> EXAM.enough(0)).hasMessageContaining("take 1 or more");
    }

    private static final class NoLock implements Mutex {
        @Override
        public void lock() {}

        @Override
        public void unlock() {}
    }

    private static final class TestThenSet implements Mutex {
        private volatile boolean held;

        @Override
        public void lock() {
            while (held) {
                Thread.onSpinWait();
            }
            held = true;
        }

        @Override
        public void unlock() {
            held = false;
        }
    }

    private static final class NeverReleased implements Mutex {
        private final AtomicBoolean held = new AtomicBoolean();

        @Override
        public void lock() {
            while (held.getAndSet(true) && !Thread.currentThread().isInterrupted()) { // tests carry no stop checks
                Thread.onSpinWait();
            }
        }

        @Override
        public void unlock() {}
    }

    private static final class Asleep implements Mutex {
        private final AtomicBoolean held = new AtomicBoolean();

        @Override
        public void lock() {
            while (held.getAndSet(true) && !Thread.currentThread().isInterrupted()) {
                LockSupport.park(this);
            }
        }

        @Override
        public void unlock() {
            held.set(false); // and wakes nobody
        }
    }

    private static final class Stub implements Mutex {
        @Override
        public void lock() {
            throw new UnsupportedOperationException("exercise 3.1.1");
        }

        @Override
        public void unlock() {}
    }

    private static final class Barging implements Mutex {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        public void lock() {
            lock.lock();
        }

        @Override
        public void unlock() {
            lock.unlock();
        }
    }
}
