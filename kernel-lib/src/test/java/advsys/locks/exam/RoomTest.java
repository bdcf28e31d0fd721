package advsys.locks.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room();
    private final Dwell dwell = new Dwell(1);

    @Test
    void visit_oneAfterTheOther_noticesNothing() {
        long seen = room.visit(0, 0, dwell);
        seen = room.visit(1, seen, dwell);
        assertThat(room.visit(0, seen, dwell)).isEqualTo(3);
        assertThat(room.overlap()).isNull();
        assertThat(room.lossSoFar()).isNull();
        assertThat(room.loss(3)).isNull();
    }

    /// What a visitor without acquire would see: numbers older than those it knows.
    @Test
    void visit_numbersOlderThanKnown_isALoss() {
        room.visit(0, 0, dwell);
        room.visit(1, 7, dwell);
        assertThat(room.lossSoFar()).contains("visitor 1 found 1 visits begun", "seen 7");
    }

    @Test
    void loss_fewerCountedThanMade_isALoss() {
        room.visit(0, 0, dwell);
        assertThat(room.lossSoFar()).isNull();
        assertThat(room.loss(2)).contains("2 visits were made, 1 were counted");
    }

    /// Without any lock two visitors meet, on one core too, because now and then one gives the processor away
    /// inside.
    @Test
    void visit_twoTogether_isAnOverlap() throws Exception {
        CountDownLatch start = new CountDownLatch(2);
        Thread other = Thread.ofPlatform().daemon().start(() -> visitUntilMet(start, 1));
        visitUntilMet(start, 0);
        other.join();
        assertThat(room.overlap()).contains("inside");
    }

    private void visitUntilMet(CountDownLatch start, int visitor) {
        Dwell own = new Dwell(visitor);
        start.countDown();
        while (room.overlap() == null) {
            room.visit(visitor, 0, own);
        }
    }

    @Test
    void dwell_sameSeed_samePauses() {
        assertThat(new Dwell(5).next()).isEqualTo(new Dwell(5).next()).isNotEqualTo(new Dwell(6).next());
    }
}
