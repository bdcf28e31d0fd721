package advsys.multiprocessor.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Experiment;
import advsys.lab.Results;
import advsys.locks.Contention;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.Waiting;
import advsys.multiprocessor.Multiprocessor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Subjects that a lambda makes outside their package, as in a cell: as they are they would run past the machine, and
/// count nothing.
class LambdaSubjectsTest {
    @Test
    void make_lambdaOfALibrarysLock_isSimulated() {
        Results run = Experiment.of(new Contention())
                .subject("direct", McsLock::new)
                .subject("in a lambda", () -> new McsLock(Waiting.spin()))
                .with("machine", Multiprocessor.mesi(4))
                .with("threads", 4)
                .with("windowMillis", 1)
                .repeats(1)
                .run();
        List<Double> seen =
                run.table().doubleColumn("busTransactionsPerAcquisition").asList();
        assertThat(seen).as("%s", run).hasSize(2).allMatch(requests -> requests != null && requests > 1);
        assertThat(seen.getFirst()).isEqualTo(seen.getLast());
    }

    @Test
    void make_whatWasMadeOnTheHost_isRefused() {
        Mutex made = new McsLock();
        assertThatThrownBy(() -> Multiprocessor.mesi(2).make(() -> made))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this McsLock, which was made on the host: make it in the lambda");
    }

    @Test
    void make_lambdaThatBringsAnObjectOfTheHost_isRefused() {
        Waiting waiting = Waiting.spin();
        assertThatThrownBy(() -> Multiprocessor.mesi(2).make(() -> new McsLock(waiting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("make that object in the lambda, too");
    }
}
