package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.multiprocessor.programs.Counters;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// Words that nobody shares, on a line that everybody does.
class FalseSharingTest {
    private static final int CPUS = 4;
    private static final int ROUNDS = 200;

    private static Table run(String name, Maker<Program> maker, Multiprocessor machine) {
        Table table = Experiment.of(new Rounds(CPUS, ROUNDS, machine))
                .subject(name, maker)
                .repeats(1)
                .run()
                .table();
        assertThat(table.stringColumn("outcome").asList()).containsOnly("ok");
        assertThat(table.column("result").get(0).toString()).isEqualTo("" + CPUS * ROUNDS);
        return table;
    }

    private static double per(Table table, String column) {
        return ((Number) table.column(column).get(0)).doubleValue();
    }

    @Test
    void run_countersSideBySide_loseTheirLineToOneAnother() {
        Table side = run("side by side", Counters.SideBySide::new, Multiprocessor.mesi(CPUS));
        assertThat(per(side, "coherenceMissesPerAcquisition")).isGreaterThan(0.5);
        assertThat(per(side, "invalidationsPerAcquisition")).isGreaterThan(0.5);
    }

    @Test
    void run_paddedCounters_missOnlyOnce() {
        Table padded = run("padded", Counters.Padded::new, Multiprocessor.mesi(CPUS));
        assertThat(per(padded, "coherenceMissesPerAcquisition")).isZero();
        assertThat(per(padded, "invalidationsPerAcquisition")).isZero();
        assertThat(per(padded, "busTransactionsPerAcquisition"))
                .as("one for each CPU: exclusive when read, and written without a word")
                .isEqualTo(1.0 / ROUNDS);
    }

    @Test
    void run_paddedCountersWithoutExclusiveState_askTwice() {
        Table padded = run("padded", Counters.Padded::new, Multiprocessor.msi(CPUS));
        assertThat(per(padded, "busTransactionsPerAcquisition"))
                .as("to read, and then to write")
                .isEqualTo(2.0 / ROUNDS);
    }

    /// Four lines of one set in a cache of two ways: each access replaces what comes again.
    @Test
    void run_linesOfOneSet_missByConflict() {
        Multiprocessor narrow = Multiprocessor.mesi(CPUS).with(new CacheSize(16, 2));
        Table far = run("far apart", Counters.FarApart::new, narrow);
        assertThat(per(far, "missesPerAcquisition")).isGreaterThan(3);
        assertThat(per(far, "conflictMissesPerAcquisition")).isGreaterThan(3);
        Table wide = run("far apart", Counters.FarApart::new, Multiprocessor.mesi(CPUS));
        assertThat(per(wide, "conflictMissesPerAcquisition")).isZero();
    }
}
