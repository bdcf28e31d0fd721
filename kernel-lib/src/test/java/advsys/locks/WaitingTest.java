package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingTest {
    static Stream<Arguments> queues() {
        return Stream.of(
                Arguments.of("MCS", (Function<Waiting, Mutex>) McsLock::new),
                Arguments.of("CLH", (Function<Waiting, Mutex>) ClhLock::new),
                Arguments.of("array", (Function<Waiting, Mutex>) waiting -> new ArrayLock(4, waiting)));
    }

    /// A waiter that parks leaves its core: it is seen asleep, and woken by the release.
    @ParameterizedTest(name = "{0}")
    @MethodSource("queues")
    void lock_thenPark_sleepsUntilReleased(String name, Function<Waiting, Mutex> queue) throws Exception {
        Mutex lock = queue.apply(Waiting.thenPark(10));
        AtomicBoolean inside = new AtomicBoolean();
        lock.lock();
        Thread waiter = Thread.ofPlatform().daemon().start(() -> {
            lock.lock();
            inside.set(true);
            lock.unlock();
        });
        while (waiter.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(inside).as("%s: inside while the lock is held", name).isFalse();
        lock.unlock();
        waiter.join();
        assertThat(inside).isTrue();
    }

    @Test
    void new_ticketLockThatParks_isRefusedWithTheRemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketLock(Waiting.thenPark(10)))
                .withMessageContaining("does not know whom to wake")
                .withMessageContaining("Waiting.thenYield");
    }

    @Test
    void new_negativeSpins_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waiting.thenYield(-1))
                .withMessage("-1 spins: give 0 or more");
    }
}
