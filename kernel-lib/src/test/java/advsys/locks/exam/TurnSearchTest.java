package advsys.locks.exam;

import static org.assertj.core.api.Assertions.assertThat;

import REPL.CellLike;
import REPL.CellParts;
import advsys.lab.Maker;
import advsys.locks.ArrayLock;
import advsys.locks.BackoffLock;
import advsys.locks.CasLock;
import advsys.locks.ClhLock;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.TasLock;
import advsys.locks.TicketLock;
import advsys.locks.TtasLock;
import advsys.locks.exam.Finding.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class TurnSearchTest {
    private static final TurnSearch LONG = new TurnSearch(1, Duration.ofSeconds(20), 1); // ends when it finds something

    @Test
    void search_sameSeed_tellsTheSameStory() throws Exception {
        Schedule once =
                LONG.search(CellLike.HastyLock::new).orElseThrow().found().orElseThrow();
        assertThat(once.verdict()).isEqualTo(Verdict.MUTUAL_EXCLUSION);
        assertThat(once.steps()).hasSizeLessThan(12);
        assertThat(once.steps()).map(Schedule.Step::event).contains("read held in lock → false", "write held in lock");
        assertThat(LONG.search(CellLike.HastyLock::new).orElseThrow().found()).contains(once);
    }

    @Test
    void search_lockInPartsOfCells_isFollowedThroughAllOfThem() throws Exception {
        Schedule found =
                LONG.search(CellParts.Forgetful::new).orElseThrow().found().orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.HANG);
        assertThat(found.steps())
                .map(Schedule.Step::event)
                .contains("read waiting in lock → true")
                .noneMatch(event -> event.contains("read own") || event.contains("read tail"));
    }

    @Test
    void search_wakesBeforeTheLockIsFree_leavesASleeperBehind() throws Exception {
        Schedule found = LONG.search(CellParts.Hasty::new).orElseThrow().found().orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.HANG);
        assertThat(found.end()).contains("for ever");
        assertThat(found.steps()).map(Schedule.Step::event).contains("park: sleeps");
    }

    @Test
    void search_trustsInPark_isFoundOutByOneThatComesBackForNoReason() throws Exception {
        Schedule found =
                LONG.search(CellParts.Trusting::new).orElseThrow().found().orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.MUTUAL_EXCLUSION);
        assertThat(found.steps()).map(Schedule.Step::event).contains("park → comes back for no reason");
    }

    @Test
    void search_rightLocks_areNotAccused() throws Exception {
        for (Maker<Mutex> lock : List.<Maker<Mutex>>of(
                TasLock::new,
                CasLock::new,
                TtasLock::new,
                BackoffLock::new,
                TicketLock::new,
                ArrayLock::new,
                McsLock::new,
                ClhLock::new,
                CellParts.Patient::new,
                CellParts.Secretive::new,
                CellParts.Sleeper::new)) {
            TurnSearch search = new TurnSearch(1, Duration.ofMillis(100), 1);
            TurnSearch.Seen seen = search.search(lock).orElseThrow();
            assertThat(seen.found()).as(seen.toString()).isEmpty();
        }
    }

    /// The cells that a lock extends are part of it: their steps are seen, too.
    @Test
    void search_inheritedFault_isFound() throws Exception {
        Schedule found =
                LONG.search(CellLike.HastyHeir::new).orElseThrow().found().orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.MUTUAL_EXCLUSION);
        assertThat(found.steps()).map(Schedule.Step::event).contains("read held in lock → false");
    }

    /// A lambda tells no class that could be defined anew.
    @Test
    void search_lambda_cannotTakeTurns() throws Exception {
        assertThat(LONG.search(() -> new TasLock())).isEmpty();
    }

    /// Nobody else is to blame: a place is passed by one at a time, also when a lock is not woven.
    @Test
    void search_lockThatSleeps_cannotTakeTurns() throws Exception {
        assertThat(LONG.search(Sleeper::new)).isEmpty();
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
