package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import advsys.lab.Experiment;
import advsys.lab.HostCard;
import advsys.lab.Machine;
import advsys.lab.Results;
import advsys.multiprocessor.Multiprocessor;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// The small scenarios: what must hold on any host, however busy, and no time at all.
class LockScenariosTest {
    @Test
    void roundTrip_bothWrites_giveATime() {
        assertAllOk(Experiment.of(new RoundTrip())
                        .compare("write", RoundTrip.Write.values())
                        .with("bytesApart", 0, 4, 128)
                        .with("rounds", 200)
                        .repeats(2)
                        .run())
                .allSatisfy(column -> assertThat(column).allMatch(nanos -> nanos > 0));
    }

    @Test
    void neighbours_bothUses_giveATime() {
        assertAllOk(Experiment.of(new Neighbours())
                        .compare("use", Neighbours.Use.values())
                        .with("bytesApart", 4, 64)
                        .repeats(2)
                        .run())
                .allSatisfy(column -> assertThat(column).allMatch(nanos -> nanos > 0));
    }

    /// Every write that was made under the lock is there at the end, or the trial throws.
    @Test
    void guardedData_bothWaits_loseNoWrite() {
        assertAllOk(Experiment.of(new GuardedData())
                        .compare("wait", GuardedData.Wait.values())
                        .with("bytesApart", 4, 128)
                        .with("windowMillis", 20) // the best of many: long enough to get somewhere on a busy host
                        .repeats(1)
                        .run())
                .allSatisfy(column -> assertThat(column).allMatch(rate -> rate > 0));
    }

    @Test
    void wordAndData_bothLayouts_loseNoWrite() {
        assertAllOk(Experiment.of(new WordAndData())
                        .compare("data", DataBesideWord::new, DataApart::new)
                        .with("threads", 1, 2)
                        .with("windowMillis", 60) // long enough too
                        .repeats(1)
                        .run())
                .allSatisfy(column -> assertThat(column).allMatch(rate -> rate > 0));
    }

    /// Exact, and the same on every host.
    @Test
    void wordAndData_sevenWaitersOnASimulatedMachine_slowTheHolderDown() {
        Results run = Experiment.of(new WordAndData())
                .compare("data", DataBesideWord::new, DataApart::new)
                .with("machine", Multiprocessor.mesi(8))
                .with("threads", 8)
                .repeats(6)
                .run();
        assertAllOk(run);
        Results.Comparison beside = run.compare("acquisitionsPerMicrosecond", "DataBesideWord", "DataApart");
        assertThat(beside.verdict()).isEqualTo("slower");
        assertThat(beside.medianRatio()).isLessThan(0.67);
    }

    /// On a machine with a CPU for each, a queue alternates strictly, and every wait is a whole round.
    @Test
    void succession_simulatedMachine_tellsAQueueFromTheGreedy() {
        Results run = Experiment.of(new Succession())
                .compare("lock", TicketLock::new, BackoffLock::new)
                .with("machine", Multiprocessor.mesi(4))
                .with("threads", 4)
                .with("windowMillis", 1)
                .repeats(6)
                .run();
        assertThat(run.where("lock", "TicketLock")
                        .table()
                        .numberColumn("meanRun")
                        .asDoubleColumn()
                        .asList())
                .allMatch(mean -> mean < 1.05);
        assertThat(run.compare("meanRun", "BackoffLock", "TicketLock").verdict())
                .isEqualTo("higher");
    }

    @Test
    void acquisitionLatency_simulatedMachine_isInSimulatedTime() {
        Table table = Experiment.of(new AcquisitionLatency())
                .compare("lock", McsLock::new)
                .with("machine", Multiprocessor.mesi(4))
                .with("threads", 1, 4)
                .with("windowMillis", 1)
                .repeats(1)
                .run()
                .table();
        assertThat(table.stringColumn("outcome").asList()).containsOnly("ok");
        assertThat(cell(table, 1, "medianNanos")).isGreaterThan(cell(table, 0, "medianNanos"));
    }

    @Test
    void acquisitionLatency_aLock_percentilesDoNotFall() {
        Table table = Experiment.of(new AcquisitionLatency())
                .compare("lock", TasLock::new, McsLock::new)
                .with("windowMillis", 5)
                .repeats(3)
                .run()
                .table();
        for (int row = 0; row < table.rowCount(); row++) {
            assertThat(List.of(
                            cell(table, row, "medianNanos"),
                            cell(table, row, "p99Nanos"),
                            cell(table, row, "p999Nanos"),
                            cell(table, row, "longestNanos")))
                    .isSorted();
        }
    }

    @Test
    void crowd_oneThread_isComplete() {
        Table alone = Experiment.of(new Crowd())
                .compare("lock", TicketLock::new)
                .with("threads", 1)
                .repeats(2)
                .run()
                .table();
        assertThat(alone.numberColumn("servedPercent").asDoubleColumn().asList())
                .containsOnly(100.0);
        assertThat(alone.numberColumn("acquisitionsPerMillisecond")
                        .asDoubleColumn()
                        .asList())
                .allMatch(rate -> rate > 0);
    }

    /// Eight threads on two CPUs: who parks is out of the way of the thread that is next, who spins keeps its CPU from
    /// it.
    @Test
    void crowd_onASimulatedMachine_parkingBeatsSpinning() {
        Table crowd = Experiment.of(new Crowd(8, 1000, 20, Multiprocessor.mesi(2)))
                .subject("park", () -> new McsLock(Waiting.thenPark(4)))
                .subject("spin", McsLock::new)
                .subject("ReentrantLock", Mutexes::reentrant)
                .repeats(1)
                .run()
                .table();
        assertThat(crowd.stringColumn("outcome").asList()).as(crowd.printAll()).containsOnly("ok");
        assertThat(cell(crowd, 0, "acquisitionsPerMillisecond"))
                .as(crowd.printAll())
                .isGreaterThan(2 * cell(crowd, 1, "acquisitionsPerMillisecond"));
        assertThat(cell(crowd, 2, "acquisitionsPerMillisecond"))
                .isGreaterThan(2 * cell(crowd, 1, "acquisitionsPerMillisecond"));
    }

    /// One after the other, twice round, then the first again and again.
    @Test
    void succession_knownOrder_isDescribed() {
        Succession.Line line = new Succession.Line(3);
        for (int holder : new int[] {0, 1, 2, 0, 1, 2, 2, 2}) {
            line.next(holder);
        }
        assertThat(line.row()).isEqualTo(new Succession.Row(200.0 / 7, 500.0 / 7, 8 / 6.0, 3));
    }

    @Test
    void succession_nobody_isNoRun() {
        assertThat(new Succession.Line(2).row()).isEqualTo(new Succession.Row(0, 0, 0, 0));
    }

    @Test
    void caveat_moreThreadsThanCores_namesTheTwin() {
        HostCard host = HostCard.here();
        int more = host.cores() + 1;
        assertThat(List.of(
                        new Contention(more, 0, 0, 1).caveat(host),
                        new Succession(more, 0, 0, 1).caveat(host),
                        new AcquisitionLatency(more, 0, 0, 1).caveat(host),
                        new GuardedData(4, 1, 0, more, 1).caveat(host),
                        new WordAndData(more, 1, Machine.host()).caveat(host),
                        new Neighbours(4, more, 1).caveat(host)))
                .allSatisfy(caveat -> assertThat(caveat).contains("simulated multiprocessor of chapter 02"));
        assertThat(new Crowd(host.cores(), 0, 2).caveat(host)).contains("to see a crowd");
        assertThat(new Crowd(more, 0, 2).caveat(host)).isEmpty();
    }

    @Test
    void new_knobsOutOfRange_areRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crowd(4, 0, 1))
                .withMessage("windowMillis is 1: give it 2 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Succession(1, 0, 0, 1))
                .withMessageContaining("threads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlignedWords(6))
                .withMessageContaining("a multiple of the 4 bytes");
    }

    private static org.assertj.core.api.ListAssert<List<Double>> assertAllOk(Results run) {
        Table table = run.table();
        assertThat(table.stringColumn("outcome").asList()).as(run.toString()).containsOnly("ok");
        return assertThat(table.columnNames().stream()
                .filter(name -> name.matches("nanosPer.*|acquisitionsPer.*"))
                .map(name -> table.numberColumn(name).asDoubleColumn().asList())
                .toList());
    }

    private static double cell(Table table, int row, String column) {
        return table.numberColumn(column).getDouble(row);
    }
}
