package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.multiprocessor.programs.Accesses;
import advsys.multiprocessor.programs.Atomics;
import advsys.multiprocessor.programs.Collected;
import advsys.multiprocessor.programs.Guarded;
import advsys.multiprocessor.programs.Identities;
import advsys.multiprocessor.programs.Order;
import advsys.multiprocessor.programs.Threaded;
import advsys.multiprocessor.programs.Waits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/// More threads than CPUs: they take turns, by the stated policy, and the same in every way of running.
class SchedulingTest {
    private static final int THREADS = 4;
    private static final Scheduling OFTEN = new Scheduling(200, 10);

    private static Table run(String name, Maker<Program> maker, int threads, int rounds, Multiprocessor... machines) {
        return Experiment.of(new Rounds(threads, rounds, machines[0]))
                .subject(name, maker)
                .with("machine", (Object[]) machines)
                .repeats(1)
                .run()
                .table();
    }

    /// Three threads on one CPU go round in the order of their numbers, a quantum each.
    @Test
    void run_threadsOnOneCpu_takeTurnsOfOneQuantum() {
        Table table = run("order", Order::new, 3, 200, Multiprocessor.mesi(1).with(OFTEN));
        assertThat(((Number) table.column("result").get(0)).longValue()).isEqualTo(1231231);
    }

    static List<WovenProgramsTest.Named> programs() {
        return List.of(
                new WovenProgramsTest.Named("BoundedBuffer", Guarded.BoundedBuffer::new),
                new WovenProgramsTest.Named("SpinFlag", Atomics.SpinFlag::new),
                new WovenProgramsTest.Named("Handles", Accesses.Handles::new),
                new WovenProgramsTest.Named("PerThread", Identities.PerThread::new),
                new WovenProgramsTest.Named("Baton", Identities.Baton::new),
                new WovenProgramsTest.Named("Sleeper", Identities.Sleeper::new),
                new WovenProgramsTest.Named("Conditions", Waits.Conditions::new),
                new WovenProgramsTest.Named("Phases", Waits.Phases::new),
                new WovenProgramsTest.Named("Words", Collected.Words::new),
                new WovenProgramsTest.Named("Bounded", Collected.Bounded::new),
                new WovenProgramsTest.Named("StartAndJoin", Threaded.StartAndJoin::new),
                new WovenProgramsTest.Named("Pool", Threaded.Pool::new));
    }

    /// Spin parking must not hide whose quantum ends, nor when.
    @ParameterizedTest
    @MethodSource("programs")
    void run_moreThreadsThanCpus_countsRight_andTheSameByEveryWayOfRunning(WovenProgramsTest.Named program) {
        int rounds = 10;
        List<Multiprocessor> machines = new ArrayList<>();
        for (Multiprocessor two : List.of(
                Multiprocessor.mesi(2).with(OFTEN),
                Multiprocessor.mesi(2),
                Multiprocessor.ccnuma(3).with(OFTEN))) {
            machines.addAll(List.of(two, two.withoutParking(), two.onVirtualThreads()));
        }
        Table table = run(program.name(), program.maker(), THREADS, rounds, machines.toArray(new Multiprocessor[0]));
        assertThat(table.stringColumn("outcome").asList()).as(table.printAll()).containsOnly("ok");
        for (int first = 0; first < machines.size(); first += 3) {
            for (String column : table.columnNames()) {
                if (!List.of("machine", "interference").contains(column)) {
                    assertThat(table.column(column).asList().subList(first, first + 3).stream()
                                    .distinct())
                            .as(
                                    "%s of %s on %s: with and without parking, and on virtual threads",
                                    column, program.name(), machines.get(first))
                            .hasSize(1);
                }
            }
        }
        assertThat(table.column("result").asList().stream().map(Object::toString))
                .containsOnly("" + THREADS * rounds);
    }
}
