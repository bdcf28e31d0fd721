package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.lab.Trace;
import advsys.locks.ArrayLock;
import advsys.locks.BackoffLock;
import advsys.locks.CasLock;
import advsys.locks.ClhLock;
import advsys.locks.Contention;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.TasLock;
import advsys.locks.TicketLock;
import advsys.locks.TtasLock;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// The eight spin locks as they are, on up to 64 simulated CPUs. Counts are of the model, so they are the same on every
/// host.
class LocksAt64CpusTest {
    private static final String TRANSACTIONS = "busTransactionsPerAcquisition";
    private static final int CYCLE_NANOS = 50;

    private static Experiment<Maker<Mutex>, Contention.Row> section(int cpus) {
        return Experiment.of(new Contention())
                .with("machine", Multiprocessor.mesi(cpus))
                .with("holdNanos", 20 * CYCLE_NANOS)
                .repeats(1);
    }

    private static double transactions(Table table, String lock, int threads) {
        Table row = table.where(table.stringColumn("lock")
                .isEqualTo(lock)
                .and(table.numberColumn("threads").isEqualTo(threads)));
        assertThat(row.rowCount()).as(lock).isEqualTo(1);
        return row.numberColumn(TRANSACTIONS).get(0) instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    @Test
    void run_queueLocksUpTo64Cpus_stayFlat() {
        Table table = section(64)
                .compare("lock", ArrayLock::new, McsLock::new, ClhLock::new)
                .with("threads", 1, 16, 64)
                .with("windowMillis", 10)
                .run()
                .table();
        assertThat(table.stringColumn("outcome").asList()).containsOnly("ok");
        for (String lock : List.of("ArrayLock", "McsLock", "ClhLock")) {
            assertThat(transactions(table, lock, 64))
                    .as("%s is flat, but for the first misses", lock)
                    .isCloseTo(transactions(table, lock, 16), Percentage.withPercentage(5))
                    .isLessThanOrEqualTo(8);
        }
        assertThat(transactions(table, "ClhLock", 64)).isLessThan(5.2);
        assertThat(transactions(table, "McsLock", 1))
                .as("nobody else, no transaction")
                .isLessThan(0.01);
    }

    @Test
    void run_otherLocksUpTo64Cpus_growWithThem() {
        Table table = section(64)
                .compare("lock", TasLock::new, TtasLock::new, TicketLock::new)
                .with("threads", 16, 64)
                .with("windowMillis", 4)
                .run()
                .table();
        for (String lock : List.of("TasLock", "TtasLock", "TicketLock")) {
            assertThat(transactions(table, lock, 64)).as(lock).isGreaterThan(0.9 * 64);
            assertThat(transactions(table, lock, 16)).as(lock).isGreaterThan(0.9 * 16);
        }
    }

    @Test
    void run_longerSection_costsOnlyTestAndSetMoreTransactions() {
        Table table = section(4)
                .compare("lock", TasLock::new, TtasLock::new, TicketLock::new, McsLock::new, ClhLock::new)
                .with("threads", 4)
                .with("holdNanos", 60 * CYCLE_NANOS, 600 * CYCLE_NANOS)
                .with("windowMillis", 5)
                .run()
                .table();
        for (String lock : List.of("TtasLock", "TicketLock", "McsLock", "ClhLock")) {
            assertThat(growth(table, lock)).as(lock).isBetween(0.9, 1.1);
        }
        assertThat(growth(table, "TasLock")).isGreaterThan(1.5);
    }

    private static double growth(Table table, String lock) {
        List<?> counts = table.where(table.stringColumn("lock").isEqualTo(lock))
                .numberColumn(TRANSACTIONS)
                .asList();
        return ((Number) counts.get(1)).doubleValue() / ((Number) counts.get(0)).doubleValue();
    }

    /// Every figure, not only the counts: parking and the way of switching must not be seen anywhere.
    @Test
    void run_withAndWithoutParkingAndContinuations_givesTheSameRow() {
        Multiprocessor machine = Multiprocessor.moesi(8);
        Table table = section(8)
                .compare(
                        "lock",
                        TasLock::new,
                        CasLock::new,
                        TtasLock::new,
                        BackoffLock::new,
                        TicketLock::new,
                        ArrayLock::new,
                        McsLock::new,
                        ClhLock::new)
                .with("threads", 7)
                .with("windowMillis", 1)
                .with("machine", machine, machine.withoutParking(), machine.onVirtualThreads())
                .run()
                .table();
        for (String column : table.columnNames()) {
            if (column.equals("machine") || column.equals("interference")) {
                continue;
            }
            List<?> values = table.column(column).asList();
            for (int i = 0; i < values.size(); i += 3) {
                assertThat(values.subList(i, i + 3).stream().distinct())
                        .as("%s of %s", column, table.stringColumn("lock").get(i))
                        .hasSize(1);
            }
        }
    }

    @Test
    void trace_sameSeed_isTheSame_andAnotherSeedIsNot() {
        Trace trace = trace(1);
        assertThat(trace.table().columnNames()).contains("step", "actor", "event", "cpu", "state");
        assertThat(trace.toString())
                .contains("CPU 1")
                .contains("PaddedReference")
                .doesNotContain("threads of this host");
        assertThat(trace.table().printAll()).isEqualTo(trace(1).table().printAll());
        assertThat(trace.table().printAll()).isNotEqualTo(trace(2).table().printAll());
    }

    private static Trace trace(long seed) {
        return Experiment.of(new Contention())
                .with("machine", Multiprocessor.mesi(4))
                .with("threads", 3)
                .with("windowMillis", 1)
                .trace(McsLock::new, seed);
    }
}
