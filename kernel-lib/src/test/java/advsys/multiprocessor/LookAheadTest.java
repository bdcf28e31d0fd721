package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.locks.ArrayLock;
import advsys.locks.ClhLock;
import advsys.locks.Contention;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.TasLock;
import advsys.locks.TicketLock;
import advsys.locks.TtasLock;
import advsys.multiprocessor.programs.Private;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// What look-ahead changes, and what it does not.
class LookAheadTest {
    private static final int CPUS = 4;
    private static final String OUT_OF_ORDER = "accessesOutOfOrder";

    private static Table run(String name, Maker<Program> maker, Multiprocessor machine) {
        Table table = Experiment.of(new Rounds(CPUS, 20, machine))
                .subject(name, maker)
                .repeats(1)
                .run()
                .table();
        assertThat(table.stringColumn("outcome").asList()).as(table.printAll()).containsOnly("ok");
        return table;
    }

    /// Every figure but those of the host.
    private static List<String> figures(Table table) {
        List<String> figures = new ArrayList<>();
        for (String column : table.columnNames()) {
            if (!List.of("machine", "interference", OUT_OF_ORDER).contains(column)) {
                figures.add(column + " " + table.column(column).asList());
            }
        }
        return figures;
    }

    private static double outOfOrder(Table table) {
        return ((Number) table.column(OUT_OF_ORDER).get(0)).doubleValue();
    }

    @Test
    void run_privateWorkBetweenSynchronisedSteps_isThatOfStrictOrder() {
        for (Multiprocessor machine : List.of(Multiprocessor.mesi(CPUS), Multiprocessor.ccnuma(CPUS))) {
            Table strict = run("work", Private.Synchronised::new, machine);
            Table ahead = run("work", Private.Synchronised::new, machine.lookingAhead(1000));
            assertThat(outOfOrder(ahead)).isZero();
            assertThat(figures(ahead)).isEqualTo(figures(strict));
        }
    }

    /// CPU 0 comes to its tenth round, and reads the array of one that has gone on as far as it may.
    @Test
    void run_dataRace_isSeenAsOutOfOrder() {
        Table ahead = run("race", Private.Spied::new, Multiprocessor.mesi(CPUS).lookingAhead(1000));
        assertThat(outOfOrder(ahead)).isPositive();
    }

    @Test
    void run_spinLocks_areThoseOfStrictOrder() {
        List<Table> tables = new ArrayList<>();
        for (Multiprocessor machine : List.of(
                Multiprocessor.mesi(CPUS).withoutParking(),
                Multiprocessor.mesi(CPUS).lookingAhead(1000))) {
            tables.add(Experiment.of(new Contention(CPUS, 1000, 0, 1, machine))
                    .compare(
                            "lock",
                            TasLock::new,
                            TtasLock::new,
                            TicketLock::new,
                            ArrayLock::new,
                            (Maker<Mutex>) McsLock::new,
                            ClhLock::new)
                    .repeats(1)
                    .run()
                    .table());
        }
        assertThat(figures(tables.get(1))).isEqualTo(figures(tables.get(0)));
        assertThat(tables.get(1).numberColumn(OUT_OF_ORDER).asList().stream()
                        .map(found -> ((Number) found).longValue()))
                .containsOnly(0L);
    }

    @Test
    void lookingAhead_negative_isRefused() {
        assertThatThrownBy(() -> Multiprocessor.mesi(2).lookingAhead(-1)).hasMessageContaining("strict order");
        assertThat(Multiprocessor.mesi(2).lookingAhead(40)).hasToString("MESI, 2 CPUs, looking ahead 40 cycles");
    }
}
