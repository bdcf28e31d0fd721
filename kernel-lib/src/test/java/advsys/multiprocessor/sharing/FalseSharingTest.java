package advsys.multiprocessor.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Experiment;
import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.multiprocessor.Multiprocessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/// The same classes on the host and on the simulated machine; there, the counts are those of arithmetic.
class FalseSharingTest {
    private static final int ADDS = 50;

    private static double number(Maker<Tally> tally, Machine machine, int threads, String column) {
        Table table = Experiment.of(new FalseSharing())
                .with("machine", machine)
                .with("threads", threads)
                .with("addsEach", ADDS)
                .subject("tally", tally)
                .repeats(1)
                .run()
                .table();
        assertThat(table.stringColumn("outcome").asList()).containsOnly("ok");
        assertThat(((Number) table.column("lost").get(0)).longValue()).isZero();
        return ((Number) table.column(column).get(0)).doubleValue();
    }

    private static long invalidations(Maker<Tally> tally, Machine machine, int threads) {
        return Math.round(number(tally, machine, threads, "invalidationsPerAcquisition") * threads * ADDS);
    }

    /// Every addition but the first takes the line from the one who has it. Eight words fill a line.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void run_wordsSideBySideOnMesi_loseALineWithEachAddition(int threads) {
        assertThat(invalidations(SideBySide::new, Multiprocessor.mesi(threads), threads))
                .isEqualTo((long) threads * ADDS - 1);
    }

    @Test
    void run_wordsApart_loseNothing() {
        Machine machine = Multiprocessor.mesi(8);
        assertThat(invalidations(Padded::new, machine, 8)).isZero();
        assertThat(invalidations(OwnObjects::new, machine, 8)).isZero();
        assertThat(number(Padded::new, machine, 8, "busTransactionsPerAcquisition"))
                .as("the first addition of each")
                .isEqualTo(1.0 / ADDS);
    }

    @Test
    void run_copiesUpdated_nobodyLosesTheLineAndEveryAdditionStillTakesTheBus() {
        Machine machine = Multiprocessor.firefly(4);
        assertThat(invalidations(SideBySide::new, machine, 4)).isZero();
        assertThat(number(SideBySide::new, machine, 4, "busTransactionsPerAcquisition"))
                .isBetween(1.0, 1.1);
        assertThat(number(Padded::new, machine, 4, "busTransactionsPerAcquisition"))
                .isEqualTo(1.0 / ADDS);
    }

    @Test
    void run_onTheHost_countsRight() {
        assertThat(number(SideBySide::new, Machine.host(), 2, "nanosPerAdd")).isPositive();
    }

    @Test
    void knobs_outOfRange_areRefused() {
        assertThatThrownBy(() -> new FalseSharing(65, 1, Machine.host())).hasMessageContaining("threads is 65");
    }
}
