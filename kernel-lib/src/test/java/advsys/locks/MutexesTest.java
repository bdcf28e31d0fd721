package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.lab.Results;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutexesTest {
    static Stream<Maker<Mutex>> callable() {
        return Stream.of(Mutexes::reentrant, Mutexes::fair, Mutexes::stamped);
    }

    @ParameterizedTest
    @MethodSource("callable")
    void lock_peer_keepsTheContract(Maker<Mutex> peer) {
        MutexContract.assertHolds(new advsys.locks.exam.MutexExam()
                .visitors(3)
                .limit(java.time.Duration.ofMillis(300))
                .examine(peer));
    }

    @Test
    void contention_allPeers_areMeasuredInOneRun() {
        Results run = Experiment.of(new Contention())
                .compare("lock", Mutexes::reentrant, Mutexes::fair, Mutexes::stamped, Mutexes::monitor)
                .with("windowMillis", 5)
                .repeats(2)
                .run();
        assertThat(run.table().stringColumn("outcome").asList()).hasSize(8).containsOnly("ok");
    }

    @Test
    void lock_monitor_saysThatItIsABlock() {
        assertThatThrownBy(() -> Mutexes.monitor().lock())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("synchronized is a block");
    }
}
