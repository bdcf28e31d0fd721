package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Experiment;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Trace;
import advsys.multiprocessor.Multiprocessor;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// The course's example: 3 holds the lock, 1 and 2 wait, 4 comes late.
class LateFourthTest {
    private static Experiment<Maker<Mutex>, LateFourth.Row> example() {
        return Experiment.of(new LateFourth()).with("machine", Multiprocessor.mesi(4));
    }

    @Test
    void run_locksThatServeInOrder_serveTheFourthLast() {
        Table table = example()
                .compare("lock", ArrayLock::new, McsLock::new, ClhLock::new, TicketLock::new)
                .repeats(1)
                .run()
                .table();
        assertThat(table.stringColumn("order").asList()).containsOnly("3 1 2 4").hasSize(4);
    }

    @Test
    void trace_ofTheQueue_tellsEachThreadsStory() {
        Trace trace = example().trace(McsLock::new, 1);
        List<String> events =
                trace.table().stringColumn("event").asList().stream().distinct().toList();
        assertThat(events).contains("wants the lock", "has the lock", "gives it up");
        assertThat(events).anyMatch(event -> event.startsWith("writes line"));
        assertThat(trace.toString()).contains("thread 3");
    }

    @Test
    void run_onTheHost_servesAllFour() {
        Table table = Experiment.of(new LateFourth())
                .with("machine", Machine.host())
                .subject("lock", (Maker<Mutex>) TtasLock::new)
                .repeats(1)
                .run()
                .table();
        assertThat(table.stringColumn("order").get(0).split(" ")).containsExactlyInAnyOrder("1", "2", "3", "4");
    }

    @Test
    void knobs_outOfRange_areRefused() {
        assertThatThrownBy(() -> new LateFourth(1, 0, Machine.host())).hasMessageContaining("holdNanos is 1");
    }
}
