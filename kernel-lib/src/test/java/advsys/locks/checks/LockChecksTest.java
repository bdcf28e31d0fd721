package advsys.locks.checks;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Check;
import advsys.lab.Judgement;
import advsys.locks.BackoffLock;
import advsys.locks.Contention;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.TasLock;
import advsys.locks.TicketLock;
import advsys.locks.TtasLock;
import advsys.locks.exam.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The checks beside the exercises, asked of locks whose faults are known.
class LockChecksTest {
    @AfterEach
    void nobodyIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("visitor-")
                        || thread.getName().startsWith("turn-")
                        || thread.getName().startsWith("check of"));
    }

    @Test
    void that_rightLock_passesTheChecksOfACell() {
        Check check = Check.that(TasLock::new, Contention.mutualExclusion(), Contention.aloneDoesNotWait())
                .moreAtGrading(1);
        assertThat(check.toString()).contains("TasLock: 2 of 2 visible checks; 1 more at grading");
    }

    @Test
    void that_checkThenSet_failsWithTheStory() {
        Check check = Check.that(CheckThenSet::new, Contention.mutualExclusion());
        assertThat(check.toString())
                .contains("0 of 1", "witness: thread ", "try next: ")
                .contains("held.get in lock", "→ false", "has the lock");
    }

    @Test
    void that_stub_saysWhatIsNotWritten() {
        assertThat(Check.that(Stub::new, Contention.mutualExclusion()).toString())
                .contains("exercise 3.1.1", "Has everything been written yet?");
    }

    @Test
    void firstComeFirstServed_queueAndWord_areToldApart() {
        assertThat(Check.that(McsLock::new, Contention.firstComeFirstServed()).holds())
                .isTrue();
        assertThat(Check.that(TasLock::new, Contention.firstComeFirstServed()).toString())
                .contains("another order");
    }

    /// Counted, not measured: the order of the locks is that of the literature, on every host.
    @Test
    void quieterThan_locksOfTheChapter_areInTheOrderOfTheLiterature() {
        assertThat(Check.that(BackoffLock::new, Contention.quieterThan(TtasLock::new))
                        .toString())
                .contains("1 of 1");
        assertThat(Check.that(TtasLock::new, Contention.quieterThan(TasLock::new))
                        .toString())
                .contains("1 of 1");
        assertThat(Check.that(TicketLock::new, Contention.quieterThan(BackoffLock::new))
                        .toString())
                .contains("1 of 1");
        assertThat(Check.that(TasLock::new, Contention.quieterThan(TtasLock::new))
                        .toString())
                .contains("0 of 1", "expected: fewer writes", "TasLock: ");
        assertThat(Check.that(TtasLock::new, Contention.quieterThan(BackoffLock::new))
                        .toString())
                .contains("0 of 1");
    }

    @Test
    void quieterThan_sameSeed_countsTheSame() {
        String once = Check.that(BackoffLock::new, Contention.quieterThan(TtasLock::new))
                .toString();
        assertThat(Check.that(BackoffLock::new, Contention.quieterThan(TtasLock::new))
                        .toString())
                .isEqualTo(once);
    }

    @Test
    void aloneDoesNotWait_lockThatAlwaysPauses_isFoundOut() {
        assertThat(Check.that(McsLock::new, Contention.aloneDoesNotWait()).holds())
                .isTrue();
        assertThat(Check.that(PausesFirst::new, Contention.aloneDoesNotWait()).toString())
                .contains("320 pauses", "Which line makes it wait");
    }

    /// Its waiters sleep: that is no fault, and cannot be counted.
    @Test
    void quieterThan_lockThatSleeps_isNotJudged() {
        Check check = Check.that(Sleeper::new, Contention.quieterThan(TtasLock::new));
        assertThat(check.toString()).contains("1 not to be judged here");
    }

    /// Each fault has words of its own: a reader who gets another text has come on.
    @Test
    void judge_eachFault_hasItsOwnWords() {
        List<String> words = new ArrayList<>();
        for (Finding.Verdict verdict : Finding.Verdict.values()) {
            Finding finding = new Finding("MyLock", verdict, "the story", 1, 1000, 1000);
            if (new MutualExclusion().judge(seen(finding, 2)) instanceof Judgement.Fails fails) {
                words.addAll(List.of(fails.got(), fails.why(), fails.tryNext()));
            }
        }
        assertThat(words).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void judge_oneCore_cannotTellAndAccusesNobody() {
        Finding holds = new Finding("MyLock", Finding.Verdict.HOLDS, "", 1, 1000, 1000);
        assertThat(new MutualExclusion().judge(seen(holds, 1))).isInstanceOf(Judgement.CannotJudge.class);
        assertThat(new MutualExclusion().judge(seen(holds, 2))).isInstanceOf(Judgement.Holds.class);
    }

    private static Examined seen(Finding finding, int cores) {
        return new Examined(Optional.empty(), Optional.of(finding), cores);
    }

    /// Its node belongs to the thread: by itself it works.
    @Test
    void twoAtOnce_nodeOfTheThread_isFoundOut() {
        assertThat(Check.that(McsLock::new, Contention.twoAtOnce()).holds()).isTrue();
        assertThat(Check.that(NodeOfTheThread::new, Contention.mutualExclusion())
                        .holds())
                .isTrue();
        assertThat(Check.that(NodeOfTheThread::new, Contention.twoAtOnce()).toString())
                .contains("got: hang with two locks", "wants lock B", "What do the two locks share?");
    }

    private static final class NodeOfTheThread implements Mutex {
        static final class Node {
            volatile boolean waiting;
            volatile @Nullable Node next;
        }

        private static final ThreadLocal<Node> OWN = ThreadLocal.withInitial(Node::new);
        private final AtomicReference<@Nullable Node> tail = new AtomicReference<>();

        @Override
        public void lock() {
            Node node = OWN.get();
            node.next = null;
            node.waiting = true;
            Node predecessor = tail.getAndSet(node);
            if (predecessor != null) {
                predecessor.next = node;
                while (node.waiting) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void unlock() {
            Node node = OWN.get();
            if (node.next == null && tail.compareAndSet(node, null)) {
                return;
            }
            Node successor;
            do {
                Thread.onSpinWait();
                successor = node.next;
            } while (successor == null);
            successor.waiting = false;
        }
    }

    private static final class CheckThenSet implements Mutex {
        private final AtomicBoolean held = new AtomicBoolean();

        @Override
        public void lock() {
            while (held.get()) {
                Thread.onSpinWait();
            }
            held.set(true);
        }

        @Override
        public void unlock() {
            held.set(false);
        }
    }

    private static final class Stub implements Mutex {
        @Override
        public void lock() {
            throw new UnsupportedOperationException("exercise 3.1.1 is still to do");
        }

        @Override
        public void unlock() {}
    }

    private static final class PausesFirst implements Mutex {
        private final AtomicBoolean held = new AtomicBoolean();

        @Override
        public void lock() {
            do {
                for (int i = 0; i < 16; i++) {
                    Thread.onSpinWait();
                }
            } while (held.getAndSet(true));
        }

        @Override
        public void unlock() {
            held.set(false);
        }
    }

    private static final class Sleeper implements Mutex {
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
