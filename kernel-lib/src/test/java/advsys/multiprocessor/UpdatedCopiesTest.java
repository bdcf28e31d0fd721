package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Experiment;
import advsys.locks.Contention;
import advsys.locks.McsLock;
import advsys.locks.TicketLock;
import advsys.locks.TtasLock;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// A CPU that sleeps while it spins on its copy has to wake when the copy is updated, not only when it is lost.
class UpdatedCopiesTest {
    @Test
    void run_locksOnFirefly_giveTheSameRowWithAndWithoutParking() {
        Multiprocessor machine = Multiprocessor.firefly(6);
        Table table = Experiment.of(new Contention())
                .compare("lock", TtasLock::new, TicketLock::new, McsLock::new)
                .with("machine", machine, machine.withoutParking())
                .with("threads", 6)
                .with("holdNanos", 1000)
                .with("windowMillis", 1)
                .repeats(1)
                .run()
                .table();
        assertThat(table.stringColumn("outcome").asList()).containsOnly("ok");
        for (String column : table.columnNames()) {
            if (column.equals("machine") || column.equals("interference")) {
                continue;
            }
            List<?> values = table.column(column).asList();
            for (int i = 0; i < values.size(); i += 2) {
                assertThat(values.get(i))
                        .as("%s of %s", column, table.stringColumn("lock").get(i))
                        .isEqualTo(values.get(i + 1));
            }
        }
    }
}
