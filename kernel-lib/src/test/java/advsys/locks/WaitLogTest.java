package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitLogTest {
    @Test
    void acquired_takenAgainAtOnce_isNoHandOver() {
        WaitLog log = new WaitLog(0);
        acquire(log, 1, 2, 3, 4);
        assertThat(log.acquisitions()).isEqualTo(4);
        assertThat(log.handOverPercent()).isZero();
        assertThat(log.mostOvertaken()).isZero();
    }

    @Test
    void acquired_othersInBetween_countsThem() {
        WaitLog log = new WaitLog(0);
        acquire(log, 3, 4, 10, 12);
        assertThat(log.handOverPercent()).isEqualTo(75); // 3, 10 and 12 came from others
        assertThat(log.mostOvertaken())
                .as("the two before its first are not counted")
                .isEqualTo(5);
    }

    @Test
    void together_sumsAndTakesTheWorst() {
        WaitLog first = new WaitLog(0);
        WaitLog second = new WaitLog(0);
        acquire(first, 1, 2, 9);
        acquire(second, 3);
        WaitLog all = WaitLog.together(first, second);
        assertThat(all.acquisitions()).isEqualTo(4);
        assertThat(all.handOverPercent()).isEqualTo(50);
        assertThat(all.mostOvertaken()).isEqualTo(6);
    }

    @Test
    void acquired_afterALongWait_showsIt() throws InterruptedException {
        WaitLog log = new WaitLog(0);
        for (int turn = 1; turn <= 100_000; turn++) {
            log.acquired(turn);
        }
        Thread.sleep(30);
        for (int turn = 100_001; turn <= 110_000; turn++) { // ends the batch that the wait is in
            log.acquired(turn);
        }
        assertThat(log.longestWaitNanos()).isGreaterThanOrEqualTo(30_000_000);
    }

    /// Time that the thread spent working is not time spent waiting.
    @Test
    void acquired_workOnly_isNotCountedAsWaiting() throws InterruptedException {
        WaitLog log = new WaitLog(1_000_000_000);
        Thread.sleep(20);
        acquire(log, 1, 2, 3);
        assertThat(log.longestWaitNanos()).isZero();
    }

    private static void acquire(WaitLog log, long... turns) {
        for (long turn : turns) {
            log.acquired(turn);
        }
    }
}
