package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import advsys.lab.Experiment;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Results;
import advsys.locks.Contention;
import advsys.locks.Mutex;
import advsys.locks.TasLock;
import advsys.locks.TtasLock;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// What results say of a simulated machine: requests by kind, and nothing of what else the host was doing.
class SimulatedResultsTest {
    private static final Experiment<Maker<Mutex>, Contention.Row> FIGHT = Experiment.of(new Contention())
            .<Maker<Mutex>>compare("lock", TasLock::new, TtasLock::new)
            .with("threads", 2)
            .with("windowMillis", 1)
            .repeats(1);

    private static double per(Table table, int row, String what) {
        return ((Number) table.column(what + "PerAcquisition").get(row)).doubleValue();
    }

    @Test
    void run_onABus_requestsByKindAddUpToTransactions() {
        Table table = FIGHT.with("machine", Multiprocessor.mesi(2), Multiprocessor.msi(2), Multiprocessor.firefly(2))
                .run()
                .table();
        for (int row = 0; row < table.rowCount(); row++) {
            double kinds = per(table, row, "readRequests")
                    + per(table, row, "exclusiveRequests")
                    + per(table, row, "upgradeRequests")
                    + per(table, row, "writeBackRequests");
            assertThat(kinds)
                    .as(table.row(row).toString())
                    .isPositive()
                    .isCloseTo(per(table, row, "busTransactions"), within(1e-9));
        }
    }

    @Test
    void run_simulatedOnly_saysNothingOfTheHost() {
        String shown = FIGHT.with("machine", Multiprocessor.mesi(2)).run().toString();
        assertThat(shown).contains("exact:", "more columns").doesNotContain("interference", "measured on", "overlap");
    }

    @Test
    void run_hostBesideAMachine_isTimedAndTheMachineIsNot() {
        Results both =
                FIGHT.with("machine", Multiprocessor.mesi(2), Machine.host()).run();
        assertThat(both.toString()).contains("warm-up:", "overlap:").doesNotContain("exact:");
        Results machine = both.where("machine", Multiprocessor.mesi(2));
        assertThat(machine.toString()).doesNotContain("interference", "overlap:");
    }
}
